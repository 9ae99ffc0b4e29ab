import { micros, zeroMicros } from "#shared/money.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { newAccountId, startMs } from "../contract/fixture.ts";
import { createCommitter } from "./commit.ts";
import { openDatabase } from "./database.ts";
import { createPurse } from "./purse.ts";
import { openSqliteStore } from "./sqlite-store.ts";

test("a purse moves what is there and not a micro-dollar more", async () => {
  const database = openDatabase(":memory:");
  const store = openSqliteStore(database, { clock: () => startMs });
  const id = newAccountId();
  await store.openAccount({ id, nowMs: startMs });
  const purse = createPurse(database);
  expect(purse.move(id, { postedMicros: micros(100), heldMicros: zeroMicros })).toBe(true);
  expect(purse.move(id, { postedMicros: zeroMicros, heldMicros: micros(101) })).toBe(false);
  expect(purse.move(id, { postedMicros: zeroMicros, heldMicros: micros(100) })).toBe(true);
  expect(purse.move(id, { postedMicros: micros(-1), heldMicros: zeroMicros })).toBe(false);
  expect(purse.move(newAccountId(), { postedMicros: micros(1), heldMicros: zeroMicros })).toBe(false);
  expect(purse.find(id)).toMatchObject({ postedMicros: 100, heldMicros: 100, rev: 2 });
});

test("a transaction has the write lock before it reads", () => {
  const folder = mkdtempSync(join(tmpdir(), "ringback-lock-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "ringback.sqlite");
  const [ours, other] = [openDatabase(path), openDatabase(path)];
  onTestFinished(() => [ours, other].forEach((database) => database.$client.close()));
  other.$client.pragma("busy_timeout = 0");
  const takeLock = () => other.$client.exec("BEGIN IMMEDIATE; ROLLBACK");
  createCommitter(ours).commit(() => expect(takeLock).toThrow(/locked/));
  expect(takeLock).not.toThrow();
});

test("a transaction that throws has done nothing and tells nobody", () => {
  const database = openDatabase(":memory:");
  const { commit, onAccountChanged } = createCommitter(database);
  const told: string[] = [];
  onAccountChanged((id) => told.push(id));
  const id = newAccountId();
  const insert = `INSERT INTO accounts VALUES ('${id}', 'wallet', 0, 0, 0, 3, 0, 0)`;
  expect(() =>
    commit((noteChanged) => {
      database.$client.exec(insert);
      noteChanged(id);
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(database.$client.prepare("SELECT * FROM accounts").all()).toEqual([]);
  expect(told).toEqual([]);
});
