import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startNode, type RunningProcess } from "./child-process.ts";
import { freePort } from "./free-port.ts";

const root = join(import.meta.dirname, "../..");

// Made up; they only have to be the same on both sides.
const account = {
  TWILIO_ACCOUNT_SID: "AC00000000000000000000000000000001",
  TWILIO_AUTH_TOKEN: "00000000000000000000000000000002",
  TWILIO_API_KEY_SID: "SK00000000000000000000000000000003",
  TWILIO_API_KEY_SECRET: "00000000000000000000000000000004",
  TWILIO_APP_SID: "AP00000000000000000000000000000005",
};

/** A server and a carrier, each a process of its own, on one fresh database. */
export interface Stack {
  serverUrl: string;
  sandboxUrl: string;
  databasePath: string;
  /** Kills the server as a crash would, and starts it again on the same address and database. */
  restartServer(): Promise<void>;
  serverOutput(): string;
  stop(): Promise<void>;
}

export async function startStack(): Promise<Stack> {
  const dataFolder = await mkdtemp(join(tmpdir(), "ringback-data-"));
  const databasePath = join(dataFolder, "ringback.sqlite");
  const serverUrl = `http://127.0.0.1:${await freePort()}`;
  const sandboxUrl = `http://127.0.0.1:${await freePort()}`;

  const sandbox = await startSandbox({ sandboxUrl, serverUrl });
  let server = await startServer({ serverUrl, sandboxUrl, databasePath });
  return {
    serverUrl,
    sandboxUrl,
    databasePath,
    serverOutput: () => server.output(),
    restartServer: async () => {
      await server.stop("SIGKILL");
      server = await startServer({ serverUrl, sandboxUrl, databasePath });
    },
    stop: async () => {
      await server.stop();
      await sandbox.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function startSandbox(urls: { sandboxUrl: string; serverUrl: string }): Promise<RunningProcess> {
  const args = {
    port: new URL(urls.sandboxUrl).port,
    "voice-url": `${urls.serverUrl}/api/twilio/voice`,
    "account-sid": account.TWILIO_ACCOUNT_SID,
    "auth-token": account.TWILIO_AUTH_TOKEN,
    "api-key": account.TWILIO_API_KEY_SID,
    "api-secret": account.TWILIO_API_KEY_SECRET,
    "app-sid": account.TWILIO_APP_SID,
  };
  return startNode(
    [join(root, "server/sandbox/cli.ts"), ...Object.entries(args).flatMap(([name, value]) => [`--${name}`, value])],
    {
      env: {},
      isReady: () => answers(urls.sandboxUrl),
    },
  );
}

async function startServer(options: { serverUrl: string; sandboxUrl: string; databasePath: string }): Promise<RunningProcess> {
  const port = new URL(options.serverUrl).port;
  return startNode([join(root, "server/main.ts")], {
    env: {
      ...account,
      HOST: "127.0.0.1",
      PORT: port,
      PUBLIC_URL: options.serverUrl,
      DATABASE_PATH: options.databasePath,
      SANDBOX_URL: options.sandboxUrl,
      LOG_LEVEL: "info",
    },
    isReady: () => answers(`${options.serverUrl}/healthz`),
  });
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}
