import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { problemSchema } from "#shared/api/problem.ts";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { freePort } from "../e2e/harness/free-port.ts";
import type { RunningProcess } from "../e2e/harness/child-process.ts";
import { startModelCarrier, type ModelCarrier } from "./kills/model-carrier.ts";
import { askForCall, topUp } from "./kills/people.ts";
import { startServerProcess } from "./kills/server-process.ts";
import { openPostgresStore } from "./store/postgres/postgres-store.ts";
import { startEmbeddedPostgres, type TestPostgres } from "./store/postgres/testing/embedded-postgres.ts";
import { signUp, type Person } from "./testing/person.ts";
import { postWebhook } from "./testing/post-webhook.ts";

let folder: string;
let port: number;
let postgres: TestPostgres;
let carrier: ModelCarrier;
let server: RunningProcess;
let ada: Person;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ringback-outage-"));
  port = await freePort();
  postgres = await startAgain();
  carrier = await startModelCarrier(Math.random);
  const database = { kind: "postgres", url: postgres.url } as const;
  server = await startServerProcess({ database, carrierUrl: carrier.url, logLevel: "error" });
  ada = await signUp(server.url);
});
afterAll(async () => {
  await server.stop();
  await carrier.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The same database at the same place, as after a restart. */
function startAgain(): Promise<TestPostgres> {
  return startEmbeddedPostgres({ folder, port, keep: true });
}

async function placeCall() {
  const store = await openPostgresStore({ url: postgres.url, clock: Date.now });
  await topUp(store, ada.accountId);
  const call = await askForCall(store, ada.accountId);
  await store.close();
  const { parentSid, webhook } = carrier.connect(call);
  const twiml = await (await postWebhook(server.url, webhook)).text();
  return carrier.dial(parentSid, Number(/timeLimit="(\d+)"/.exec(twiml)?.[1]));
}

test("while the database is gone everything is refused as to be tried again, and when it is back all is well", async () => {
  const over = new AbortController();
  onTestFinished(() => over.abort());
  const heard = await ada.listen(server.url, over.signal);
  const told = await placeCall();
  await expect.poll(() => heard.at(-1)?.balance.heldMicros).toBeGreaterThan(0);

  await postgres.stop();
  const profile = await ada.ask(server.url, "/api/user/profile");
  expect(profile.headers.get("content-type")).toContain("application/problem+json");
  expect(problemSchema.parse(await profile.json())).toMatchObject({ status: 500, code: "internal_error" });
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  // Of these the carrier is asked for a second try.
  for (const webhook of told) expect((await postWebhook(server.url, webhook)).status).toBeGreaterThanOrEqual(500);

  postgres = await startAgain();
  await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status).toBe(200);
  for (const webhook of told) expect((await postWebhook(server.url, webhook)).status).toBeLessThan(300);
  const { balance } = await ada.readProfile(server.url);
  expect(balance.heldMicros).toBe(0);
  // The stream has lived through it, and hears again.
  await expect.poll(() => heard.at(-1)?.balance).toEqual(balance);
});
