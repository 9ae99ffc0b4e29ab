import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { cents, completed, newAccountId, newCallSid, progress, setUp } from "../contract/fixture.ts";
import { createCommitter, type Committer } from "./commit.ts";
import { openDatabase, type SqliteDatabase } from "./database.ts";
import { openSqliteStore } from "./sqlite-store.ts";

let ours: SqliteDatabase;
let other: SqliteDatabase;
let committer: Committer;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "ringback-commit-"));
  const path = join(folder, "ringback.sqlite");
  [ours, other] = [openDatabase(path), openDatabase(path)];
  other.$client.pragma("busy_timeout = 0");
  ours.$client.exec("CREATE TABLE notes (text TEXT PRIMARY KEY) STRICT");
  committer = createCommitter(ours);
  onTestFinished(() => {
    for (const database of [ours, other]) database.$client.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

function note(text: string): Promise<string> {
  return committer.commit(() => {
    ours.$client.prepare("INSERT INTO notes VALUES (?)").run(text);
    return text;
  });
}

function notesSeenBy(database: SqliteDatabase): unknown[] {
  return database.$client.prepare("SELECT text FROM notes ORDER BY text").pluck().all();
}

const takeLock = () => other.$client.exec("BEGIN IMMEDIATE; ROLLBACK");

describe("commit", () => {
  test("holds the write lock while it works, and only then", async () => {
    await committer.commit(() => expect(takeLock).toThrow(/locked/));
    expect(takeLock).not.toThrow();
  });

  test("gives no answer that others cannot read yet", async () => {
    const answers = ["a", "b", "c"].map((text) => note(text).then(() => expect(notesSeenBy(other)).toEqual(["a", "b", "c"])));
    expect(notesSeenBy(ours)).toEqual([]);
    await Promise.all(answers);
  });

  test("work that throws undoes itself and leaves the rest of its group", async () => {
    const settled = await Promise.allSettled([note("a"), note("a"), note("b")]);
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(notesSeenBy(other)).toEqual(["a", "b"]);
  });

  test("what throws halfway has done nothing and tells nobody", async () => {
    const told: string[] = [];
    committer.onAccountChanged((id) => told.push(id));
    const halfway = committer.commit((noteChanged) => {
      ours.$client.exec("INSERT INTO notes VALUES ('half')");
      noteChanged(newAccountId());
      throw new Error("no");
    });
    await expect(halfway).rejects.toThrow("no");
    expect(notesSeenBy(ours)).toEqual([]);
    expect(told).toEqual([]);
  });

  test("listeners hear once of an account that a group changed, and can read it", async () => {
    const [one, two] = [newAccountId(), newAccountId()];
    const told: { id: string; seen: unknown[] }[] = [];
    const stop = committer.onAccountChanged((id) => told.push({ id, seen: notesSeenBy(other) }));
    const change = (text: string, ids: (typeof one)[]) =>
      committer.commit((noteChanged) => {
        ours.$client.prepare("INSERT INTO notes VALUES (?)").run(text);
        ids.forEach(noteChanged);
      });
    await Promise.all([change("a", [one]), change("b", [one, two])]);
    expect(told).toEqual([
      { id: one, seen: ["a", "b"] },
      { id: two, seen: ["a", "b"] },
    ]);
    stop();
    await change("c", [one]);
    expect(told).toHaveLength(2);
  });

  test("when the group cannot be committed, not one of it is answered and nothing is kept", async () => {
    ours.$client.pragma("busy_timeout = 0");
    other.$client.exec("BEGIN IMMEDIATE");
    const refused = await Promise.allSettled([note("a"), note("b")]);
    expect(refused.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    other.$client.exec("ROLLBACK");
    await note("c");
    expect(notesSeenBy(other)).toEqual(["c"]);
  });

  test("when the database undoes the whole group by itself, not one of it is answered", async () => {
    const full = committer.commit(() => {
      // What SQLite does by itself when the disk is full.
      ours.$client.exec("ROLLBACK");
      throw new Error("disk is full");
    });
    const refused = [note("a"), full, note("b")].map((answer) => expect(answer).rejects.toThrow("disk is full"));
    await Promise.all(refused);
    expect(notesSeenBy(ours)).toEqual([]);
    expect(await note("c")).toBe("c");
  });

  test("closing commits what waits, and refuses what comes after", async () => {
    const waiting = note("a");
    committer.close();
    expect(notesSeenBy(other)).toEqual(["a"]);
    expect(await waiting).toBe("a");
    await expect(note("b")).rejects.toThrow("closed");
  });
});

test("what is asked of the store in one turn is one COMMIT, and one fault in it costs nobody else", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ringback-commits-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "ringback.sqlite");
  openDatabase(path).$client.close();
  const statements: string[] = [];
  const traced = drizzle(new Database(path, { verbose: (statement) => void statements.push(String(statement)) }));
  const { store, topUp, createCall, connectedCall, account } = await setUp(async ({ clock }) =>
    openSqliteStore(traced, { clock }),
  );
  const [one, other] = [await connectedCall(), await createCall()];
  const childSid = newCallSid();
  await store.recordFact({ callId: one.id }, progress("ringing", { childSid }));
  const before = await account();
  statements.length = 0;
  const settled = await Promise.allSettled([
    ...Array.from({ length: 30 }, () => topUp(cents(1))),
    // The same leg cannot be another call's too: the database refuses this one.
    store.recordFact({ callId: other.id }, progress("ringing", { childSid })),
    store.recordFact({ callId: one.id }, completed(10)),
  ]);
  expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(1);
  expect(statements.filter((statement) => statement === "COMMIT")).toHaveLength(1);
  expect(statements.filter((statement) => statement === "BEGIN IMMEDIATE")).toHaveLength(1);
  expect((await account()).postedMicros).toBe(before.postedMicros + cents(30) - cents(10));
  await store.close();
});
