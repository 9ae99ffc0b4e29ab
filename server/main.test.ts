import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listContactsAnswerSchema } from "#shared/api/contacts.ts";
import { problemSchema } from "#shared/api/problem.ts";
import { profileSchema } from "#shared/api/profile.ts";
import { rateAnswerSchema } from "#shared/api/rates.ts";
import { demoAnswerSchema, serverInfoSchema } from "#shared/api/server-info.ts";
import { extensionId } from "#shared/extension-id.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Config } from "./config.ts";
import { startServer, type RunningServer } from "./main.ts";

const extensionOrigin = `chrome-extension://${extensionId}`;

let folder: string;
const running: RunningServer[] = [];

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "ringback-"))));
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
  rmSync(folder, { recursive: true });
});

async function start(overrides: Partial<Config> = {}): Promise<RunningServer> {
  const server = await startServer({ port: 0, logLevel: "silent", databasePath: join(folder, "ringback.sqlite"), ...overrides });
  running.push(server);
  return server;
}

/** Asks as a page of the extension does. */
function ask(server: RunningServer, path: string, init: RequestInit = {}) {
  return fetch(`${server.url}${path}`, { ...init, headers: { origin: extensionOrigin, ...init.headers } });
}

async function openDemo(server: RunningServer) {
  const answer = await ask(server, "/api/demo", { method: "POST" });
  const { bearerToken } = demoAnswerSchema.parse(await answer.json());
  return { authorization: `Bearer ${bearerToken}` };
}

function writtenFile(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function codeOf(answer: Response) {
  return problemSchema.parse(await answer.json()).code;
}

describe("a server on its own", () => {
  test("says what it is", async () => {
    const server = await start();
    expect(serverInfoSchema.parse(await (await ask(server, "/healthz")).json())).toMatchObject({
      carrier: "sandbox",
      signUpOpen: true,
      demoAvailable: true,
    });
  });

  test("is ready, and lets this machine alone read its metrics", async () => {
    const server = await start();
    expect((await ask(server, "/readyz")).status).toBe(200);
    await openDemo(server);
    await fetch(`${server.url}/api/twilio/status`, { method: "POST", body: new URLSearchParams({ CallSid: "CA0" }) });
    const metrics = await (await ask(server, "/metrics")).text();
    expect(metrics).toContain('ringback_webhooks_total{webhook="status",outcome="unsigned"} 1');
    expect(metrics).toMatch(/^ringback_commit_size_count [1-9]/m);
    expect(metrics).toContain("ringback_live_streams 0");
    const behindProxy = await start({ publicUrl: "https://phone.example.com", databasePath: ":memory:" });
    expect(await codeOf(await ask(behindProxy, "/metrics"))).toBe("forbidden");
  });

  test("opens a demo account with ten dollars, contacts and a rate for them", async () => {
    const server = await start();
    const headers = await openDemo(server);
    const profile = profileSchema.parse(await (await ask(server, "/api/user/profile", { headers })).json());
    expect(profile).toMatchObject({ user: { isDemo: true, role: "member" }, balance: { availableMicros: 10_000_000 } });
    const { contacts } = listContactsAnswerSchema.parse(await (await ask(server, "/api/user/contacts", { headers })).json());
    expect(contacts.length).toBeGreaterThanOrEqual(5);
    for (const { number } of contacts) {
      const query = new URLSearchParams({ to: number }).toString();
      const rate = rateAnswerSchema.parse(await (await ask(server, `/api/rates?${query}`, { headers })).json());
      expect(rate).toMatchObject({ toNumber: number, country: "United States", rate: { perMinuteMicros: 18_000 } });
      expect(rate.affordableSeconds).toBe(Math.floor((10_000_000 * 60) / 18_000));
    }
  });

  test("gives no price for a number that it would not call", async () => {
    const server = await start();
    const headers = await openDemo(server);
    const premium = await ask(server, `/api/rates?${new URLSearchParams({ to: "+19002345678" }).toString()}`, { headers });
    expect(premium.status).toBe(403);
    expect(await codeOf(premium)).toBe("destination_blocked");
  });

  test("gives everybody who asks a demo account of their own", async () => {
    const server = await start();
    const [first, second] = [await openDemo(server), await openDemo(server)];
    const accounts = await Promise.all(
      [first, second].map(async (headers) =>
        profileSchema.parse(await (await ask(server, "/api/user/profile", { headers })).json()),
      ),
    );
    expect(new Set(accounts.map((profile) => profile.user.accountId)).size).toBe(2);
  });

  test("gives no demo account to a page, nor to who hides where it comes from", async () => {
    const server = await start();
    const page = await fetch(`${server.url}/api/demo`, { method: "POST", headers: { origin: "https://evil.example" } });
    expect(await codeOf(page)).toBe("forbidden");
    const unknown = await fetch(`${server.url}/api/demo`, { method: "POST" });
    expect(await codeOf(unknown)).toBe("forbidden");
  });

  test("gives no demo account where others can reach it", async () => {
    const server = await start({ host: "0.0.0.0", authSecret: "x".repeat(43) });
    expect(await codeOf(await ask(server, "/api/demo", { method: "POST" }))).toBe("demo_unavailable");
  });

  test("gives no demo account through a tunnel", async () => {
    const server = await start({ publicUrl: "https://phone.example.com" });
    expect(await codeOf(await ask(server, "/api/demo", { method: "POST" }))).toBe("demo_unavailable");
  });

  test("answers problems for what is not there, too large or not signed in", async () => {
    const server = await start();
    expect(await codeOf(await ask(server, "/api/nothing"))).toBe("not_found");
    expect(await codeOf(await ask(server, "/api/user/profile"))).toBe("unauthorized");
    const huge = {
      method: "POST",
      body: JSON.stringify({ name: "x".repeat(70_000) }),
      headers: { "content-type": "application/json" },
    };
    expect(await codeOf(await ask(server, "/api/auth/sign-up/email", huge))).toBe("payload_too_large");
  });

  test("describes itself in OpenAPI", async () => {
    const server = await start();
    const document = (await (await ask(server, "/api/openapi.json")).json()) as {
      openapi: string;
      paths: Record<string, object>;
    };
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(["/healthz", "/api/demo", "/api/live", "/api/rates", "/api/user/contacts", "/api/user/profile"]),
    );
  });
});

describe("the live stream of a running server", () => {
  test("tells of a change of balance, and ends when the server stops", async () => {
    const server = await start();
    const headers = await openDemo(server);
    const answer = await ask(server, "/api/live", { headers });
    expect(answer.headers.get("access-control-allow-origin")).toBe(extensionOrigin);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    const first = await reader?.read();
    expect(first?.value).toContain('"availableMicros":10000000');
    await server.close();
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read());
  });
});

describe("starting and stopping", () => {
  test("a session and a balance outlive the process", async () => {
    const first = await start();
    const headers = await openDemo(first);
    await first.close();
    const second = await start();
    const answer = await ask(second, "/api/user/profile", { headers });
    expect(profileSchema.parse(await answer.json()).balance.postedMicros).toBe(10_000_000);
  });

  test("a second server on the same database is refused with a sentence", async () => {
    await start();
    await expect(start()).rejects.toThrow(/^Another Ringback has .* open\. Stop it, or set DATABASE_PATH/);
  });

  test.each([
    ["a folder", () => mkdtempSync(join(folder, "data-"))],
    ["some other file", () => writtenFile("notes.txt", "Not a database, though long enough to look for one in.".repeat(50))],
    ["below a file", () => join(writtenFile("file", ""), "ringback.sqlite")],
  ])("a database path that is %s is refused with a sentence", async (_, databasePath) => {
    await expect(start({ databasePath: databasePath() })).rejects.toThrow(/ is no usable database: .*DATABASE_PATH to another/);
  });

  test("a taken port is refused with a sentence, and the database is free again", async () => {
    const first = await start();
    const port = Number(new URL(first.url).port);
    const elsewhere = join(folder, "other.sqlite");
    await expect(start({ port, databasePath: elsewhere })).rejects.toThrow(/^Port \d+ on 127\.0\.0\.1 is taken/);
    await start({ databasePath: elsewhere });
  });
});
