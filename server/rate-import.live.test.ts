import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requestCallAnswerSchema } from "#shared/api/calls.ts";
import { rateAnswerSchema } from "#shared/api/rates.ts";
import { demoAnswerSchema } from "#shared/api/server-info.ts";
import { extensionId } from "#shared/extension-id.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startServer, type RunningServer } from "./main.ts";
import { runCommand } from "./operator/run-command.ts";
import { startSandbox, type Sandbox } from "./sandbox/sandbox.ts";

const account = {
  accountSid: `AC${"1".repeat(32)}`,
  authToken: "token-of-a-test-account",
  apiKeySid: `SK${"2".repeat(32)}`,
  apiKeySecret: "secret-of-a-test-account",
  applicationSid: `AP${"3".repeat(32)}`,
};
const number = "+14155550100";

let folder: string;
let sandbox: Sandbox;
let server: RunningServer;
let headers: Record<string, string>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "ringback-"));
  sandbox = await startSandbox({ account, voiceUrl: "http://127.0.0.1:9/api/twilio/voice" });
  server = await startServer({ port: 0, databasePath: join(folder, "ringback.sqlite"), logLevel: "silent" });
  headers = { origin: `chrome-extension://${extensionId}`, "content-type": "application/json" };
  const demo = await fetch(`${server.url}/api/demo`, { method: "POST", headers });
  headers["authorization"] = `Bearer ${demoAnswerSchema.parse(await demo.json()).bearerToken}`;
});
afterEach(async () => {
  await server.close();
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

/** The operator's command, in the environment of a server whose carrier is a sandbox in a process of its own. */
const rates = async (...words: string[]) =>
  runCommand(["rates", ...words], {
    DATABASE_PATH: join(folder, "ringback.sqlite"),
    LOG_LEVEL: "silent",
    SANDBOX_URL: sandbox.url,
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_API_KEY_SID: account.apiKeySid,
    TWILIO_API_KEY_SECRET: account.apiKeySecret,
    TWILIO_APP_SID: account.applicationSid,
  });

async function perMinute(): Promise<number> {
  const answer = await fetch(`${server.url}/api/rates?${new URLSearchParams({ to: number }).toString()}`, { headers });
  return rateAnswerSchema.parse(await answer.json()).rate.perMinuteMicros;
}

async function requestCall() {
  const body = JSON.stringify({ clientKey: crypto.randomUUID(), to: number });
  const answer = await fetch(`${server.url}/api/calls`, { method: "POST", headers, body });
  return requestCallAnswerSchema.parse(await answer.json()).call;
}

const patience = { timeout: 10_000 };

test("an import takes hold in a server that runs, for calls that are asked for from then on", async () => {
  const before = await requestCall();
  expect(before.rate.perMinuteMicros).toBe(18_000);
  const file = join(folder, "prices.csv");
  writeFileSync(file, "Description,Price / min,Destination Prefixes\nUnited States,0.0500,1\n");
  expect(await rates("import", file, "--client-leg", "0.01", "--markup", "100")).toMatchObject({ ok: true });
  await vi.waitFor(async () => expect(await perMinute()).toBe(120_000), patience);
  expect((await requestCall()).rate.perMinuteMicros).toBe(120_000);
  expect((await server.store.findCall(before.id))?.rate).toMatchObject({ perMinuteMicros: 18_000, destinationPrefix: "1" });
});

test("the carrier's own price list can be imported", async () => {
  const outcome = await rates("import", "--from-carrier", "--markup", "50");
  expect(outcome).toMatchObject({ ok: true, value: expect.stringContaining("It is in force") as string });
  await vi.waitFor(async () => expect(await perMinute()).toBe(27_000), patience);
  expect(await rates("show", "+447400123456")).toMatchObject({ ok: true, value: expect.stringContaining("$0.0735") as string });
});
