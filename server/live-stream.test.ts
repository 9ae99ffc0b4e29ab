import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { profileSchema } from "#shared/api/profile.ts";
import { demoAnswerSchema } from "#shared/api/server-info.ts";
import { extensionId } from "#shared/extension-id.ts";
import type { AccountId } from "#shared/ids.ts";
import { liveEventSchema, type LiveEvent } from "#shared/live-events.ts";
import { micros } from "#shared/money.ts";
import { createParser } from "eventsource-parser";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startServer, type RunningServer } from "./main.ts";
import { openDatabase } from "./store/sqlite/database.ts";
import { openSqliteStore } from "./store/sqlite/sqlite-store.ts";
import type { Store } from "./store/store.ts";
import { postTopUp } from "./wallet/top-up.ts";

const origin = `chrome-extension://${extensionId}`;
const tenDollars = 10_000_000;
const patience = { timeout: 10_000 };

let folder: string;
let databasePath: string;
const running: RunningServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ringback-"));
  databasePath = join(folder, "ringback.sqlite");
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<RunningServer> {
  const server = await startServer({ port: 0, logLevel: "silent", databasePath });
  running.push(server);
  return server;
}

/** Somebody who has just signed in, as a browser is known to the server: by the bearer token alone. */
async function signIn(server: RunningServer): Promise<{ authorization: string; accountId: AccountId }> {
  const demo = await fetch(`${server.url}/api/demo`, { method: "POST", headers: { origin } });
  const authorization = `Bearer ${demoAnswerSchema.parse(await demo.json()).bearerToken}`;
  const profile = await fetch(`${server.url}/api/user/profile`, { headers: { authorization } });
  return { authorization, accountId: profileSchema.parse(await profile.json()).user.accountId };
}

interface Heard {
  id: string | undefined;
  event: LiveEvent;
}

/** Opens the stream and collects what comes, until the server ends it. */
async function listen(server: RunningServer, headers: Record<string, string>): Promise<Heard[]> {
  const heard: Heard[] = [];
  const parser = createParser({
    onEvent: ({ id, data }) => void heard.push({ id, event: liveEventSchema.parse(JSON.parse(data)) }),
  });
  const answer = await fetch(`${server.url}/api/live`, { headers });
  const reading = answer.body
    ?.pipeThrough(new TextDecoderStream())
    .pipeTo(new WritableStream({ write: (text) => parser.feed(text) }));
  reading?.catch(() => undefined);
  await vi.waitFor(() => expect(heard).toHaveLength(1), patience);
  return heard;
}

function postedIn({ event }: Heard): number | undefined {
  return event.type === "profile" ? event.profile.balance.postedMicros : undefined;
}

let payments = 0;

function payIn(store: Pick<Store, "postTransfer">, accountId: AccountId, cents: number) {
  payments += 1;
  const payment = { reference: `p${payments}`, actor: "test", reason: "test", nowMs: Date.now() };
  return postTopUp(store, { accountId, amountMicros: micros(cents * 10_000), ...payment });
}

describe("the live stream", () => {
  test("sends one snapshot for changes that come together, and it has all of them", async () => {
    const server = await start();
    const { accountId, ...headers } = await signIn(server);
    const heard = await listen(server, headers);
    await Promise.all([1, 2, 3].map((cents) => payIn(server.store, accountId, cents)));
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(1), patience);
    // What comes next is of the next change: nothing was on its way behind the snapshot.
    await payIn(server.store, accountId, 100);
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(2), patience);
    expect(heard.map(postedIn)).toEqual([tenDollars, tenDollars + 60_000, tenDollars + 1_060_000]);
  });

  test("tells at once what happened while the server was down", async () => {
    const first = await start();
    const { accountId, ...headers } = await signIn(first);
    const [before] = await listen(first, headers);
    await first.close();

    const database = openSqliteStore(openDatabase(databasePath), { clock: Date.now });
    await payIn(database, accountId, 500);
    await database.close();

    const second = await start();
    const [after] = await listen(second, { ...headers, "last-event-id": before?.id ?? "" });
    expect(after && postedIn(after)).toBe(tenDollars + 5_000_000);
    expect(Number(after?.id)).toBeGreaterThan(Number(before?.id));
  });

  test("never goes back to an earlier rev, however often the server starts anew", async () => {
    let server = await start();
    const { accountId, ...headers } = await signIn(server);
    const revs: number[] = [];
    for (let life = 0; life < 3; life += 1) {
      const heard = await listen(server, { ...headers, "last-event-id": String(revs.at(-1) ?? "") });
      await payIn(server.store, accountId, 1);
      await vi.waitFor(() => expect(heard).toHaveLength(2), patience);
      await server.close();
      revs.push(...heard.map(({ id }) => Number(id)));
      server = await start();
    }
    expect(revs).toHaveLength(6);
    expect(revs).toEqual(revs.toSorted((a, b) => a - b));
    // Each payment has a rev of its own, and what a new life tells first is what the one before told last.
    expect(new Set(revs).size).toBe(4);
  });
});
