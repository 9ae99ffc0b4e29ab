import { spawn } from "node:child_process";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { readSandboxArguments } from "./cli-arguments.ts";

const right = {
  "voice-url": "http://127.0.0.1:8787/api/twilio/voice",
  "account-sid": `AC${"1".repeat(32)}`,
  "auth-token": "auth-token-that-nobody-may-see",
  "api-key": `SK${"2".repeat(32)}`,
  "api-secret": "api-secret-that-nobody-may-see",
  "app-sid": `AP${"3".repeat(32)}`,
};

function args(changes: Record<string, string | undefined> = {}): string[] {
  return Object.entries({ ...right, ...changes }).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
}

describe("the sandbox's command line", () => {
  it("is read into what the carrier is started with", () => {
    expect(readSandboxArguments(args({ port: "8788" }))).toEqual({
      kind: "start",
      options: {
        port: 8788,
        voiceUrl: right["voice-url"],
        account: {
          accountSid: right["account-sid"],
          authToken: right["auth-token"],
          apiKeySid: right["api-key"],
          apiKeySecret: right["api-secret"],
          applicationSid: right["app-sid"],
        },
        hasFaultControl: false,
      },
    });
    expect(readSandboxArguments([...args(), "--faults"])).toMatchObject({ options: { port: 0, hasFaultControl: true } });
    expect(readSandboxArguments(["--help"])).toEqual({ kind: "help" });
  });

  it.each([
    [{ port: "65536" }, /--port must be a number from 0 to 65535/],
    [{ port: "http" }, /--port must be a number/],
    [{ "voice-url": undefined }, /--voice-url is missing/],
    [{ "voice-url": "example.com" }, /--voice-url must be an http/],
    [{ "status-callback": "ftp://a.test" }, /--status-callback must be an http/],
    [{ "account-sid": "AC123" }, /--account-sid must be AC and 32 hexadecimal digits/],
    [{ "account-sid": undefined }, /--account-sid is missing/],
    [{ "api-key": right["account-sid"] }, /--api-key must be SK/],
    [{ "app-sid": undefined }, /--app-sid is missing/],
    [{ "auth-token": "short" }, /--auth-token must have at least 16/],
    [{ "api-secret": undefined }, /--api-secret is missing/],
    [{ colour: "red" }, /colour/],
  ])("with %j is refused in a sentence that tells no secret", (changes, message) => {
    const read = readSandboxArguments(args(changes));
    expect(read).toMatchObject({ kind: "wrong", message: expect.stringMatching(message) as string });
    expect(JSON.stringify(read)).not.toMatch(/nobody-may-see|"short"/);
  });
});

describe("npm run sandbox", { timeout: 30_000 }, () => {
  it("prints its addresses and nothing secret, and stops cleanly when told to", async () => {
    const { child, output, exit } = run(args());
    await expect.poll(output, { timeout: 20_000 }).toMatch(/ws:\/\/127\.0\.0\.1:\d+\/signal/);
    const [url = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(output()) ?? [];
    expect((await fetch(url)).status).toBe(401);
    child.kill("SIGTERM");
    expect(await exit).toBe(0);
    expect(output()).not.toMatch(/nobody-may-see/);
  });

  it("says in one sentence that its port is taken", async () => {
    const server = http.createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const port = String((server.address() as AddressInfo).port);
    const { output, exit } = run(args({ port }));
    expect(await exit).toBe(1);
    expect(output()).toBe(`Port ${port} is taken by another program. Choose another --port, or 0 for any free one.\n`);
    server.close();
  });

  it("shows how it is used when it cannot be", async () => {
    const { output, exit } = run(["--port", "1"]);
    expect(await exit).toBe(1);
    expect(output()).toMatch(/^--voice-url is missing\.\n\nUsage: npm run sandbox/);
  });
});

function run(commandLine: string[]) {
  const child = spawn(process.execPath, [new URL("cli.ts", import.meta.url).pathname, ...commandLine]);
  let output = "";
  const add = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on("data", add);
  child.stderr.on("data", add);
  const exit = new Promise<number | null>((resolve) => {
    child.on("close", resolve);
  });
  return { child, exit, output: () => output };
}
