import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { startNode, type RunningProcess } from "./child-process.ts";
import { freePort } from "./free-port.ts";
import type { WebhookGate } from "./webhook-gate.ts";

const root = join(import.meta.dirname, "../..");

// Made up; they only have to be the same on both sides.
const account = {
  TWILIO_ACCOUNT_SID: "AC00000000000000000000000000000001",
  TWILIO_AUTH_TOKEN: "00000000000000000000000000000002",
  TWILIO_API_KEY_SID: "SK00000000000000000000000000000003",
  TWILIO_API_KEY_SECRET: "00000000000000000000000000000004",
  TWILIO_APP_SID: "AP00000000000000000000000000000005",
};

/** What the server prints once it listens. */
export const serverReady = /Ringback is ready at ([^,\s]+)/;

/** A server and a carrier, each a process of its own, on one fresh database. */
export interface Stack {
  serverUrl: string;
  sandboxUrl: string;
  databasePath: string;
  /** Kills the server as a crash would, and starts it again on the same address and database. */
  restartServer: () => Promise<void>;
  /** Ends the carrier, by default as a crash would, and starts another at the same address, which knows nothing of earlier calls. */
  restartSandbox: (signal?: "SIGTERM" | "SIGKILL") => Promise<void>;
  /** Ends the carrier for good. */
  stopSandbox: () => Promise<void>;
  /** Has an accident happen to all calls under way: see `server/sandbox/fault-control.ts`. */
  haveAccident: (accident: "drop-sockets" | "switch-network" | "blackhole-media") => Promise<void>;
  /** Puts a bad network under the audio of all calls under way, or with nothing lost and no bursts a good one again. */
  impairMedia: (network: { lossShare: number; burstMs: number }) => Promise<void>;
  /** What the carrier hears of the caller: the keys pressed so far, and how loud the last half second was. Of one call at a time. */
  hearCaller: () => Promise<HeardCaller>;
  serverOutput: () => string;
  /** Every leg that the carrier has a record of. */
  listCarrierCalls: () => Promise<CarrierCall[]>;
  stop: () => Promise<void>;
}

const heardSchema = z.array(
  z.object({
    sound: z.object({ packets: z.number(), rms: z.number() }),
    digits: z.array(z.object({ digit: z.string(), atMs: z.number() })),
  }),
);

type HeardCaller = z.infer<typeof heardSchema>[number];

interface StackOptions {
  /** Settings of the server beyond those that every test has. */
  serverEnv?: Record<string, string>;
  /** What stands between carrier and server; they know the server by its address then. */
  gate?: WebhookGate | undefined;
}

export async function startStack({ serverEnv = {}, gate }: StackOptions = {}): Promise<Stack> {
  const dataFolder = await mkdtemp(join(tmpdir(), "ringback-data-"));
  const databasePath = join(dataFolder, "ringback.sqlite");
  const serverUrl = `http://127.0.0.1:${await freePort()}`;
  const publicUrl = gate?.url ?? serverUrl;
  gate?.forwardTo(serverUrl);

  const sandboxPort = await freePort();
  let sandbox = await startSandbox(publicUrl, sandboxPort);
  const sandboxUrl = sandbox.url;
  const settings = { serverUrl, publicUrl, sandboxUrl, databasePath, serverEnv };
  let server = await startServer(settings).catch(async (error: unknown) => {
    await sandbox.stop();
    throw error;
  });
  return {
    serverUrl,
    sandboxUrl,
    databasePath,
    restartSandbox: async (signal = "SIGKILL") => {
      await sandbox.stop(signal);
      sandbox = await startSandbox(publicUrl, sandboxPort);
    },
    stopSandbox: () => sandbox.stop(),
    haveAccident: async (accident) => {
      const answer = await fetch(`${sandboxUrl}/faults/${accident}`, { method: "POST", headers: carrierCredentials() });
      if (!answer.ok) throw new Error(`The carrier had no such accident: ${answer.status}`);
    },
    impairMedia: async (network) => {
      const answer = await fetch(`${sandboxUrl}/faults/impair-media`, {
        method: "POST",
        headers: { ...carrierCredentials(), "content-type": "application/json" },
        body: JSON.stringify(network),
      });
      if (!answer.ok) throw new Error(`The carrier has no such network: ${answer.status}`);
    },
    hearCaller: async () => {
      const answer = await fetch(`${sandboxUrl}/faults/heard`, { headers: carrierCredentials() });
      const [caller] = heardSchema.parse(await answer.json());
      return caller ?? { sound: { packets: 0, rms: 0 }, digits: [] };
    },
    serverOutput: () => server.output(),
    listCarrierCalls: () => listCarrierCalls(sandboxUrl),
    restartServer: async () => {
      await server.stop("SIGKILL");
      server = await startServer(settings);
    },
    stop: async () => {
      await server.stop();
      await sandbox.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function startSandbox(publicUrl: string, port: number): Promise<RunningProcess> {
  const args = {
    port: String(port),
    "voice-url": `${publicUrl}/api/twilio/voice`,
    "account-sid": account.TWILIO_ACCOUNT_SID,
    "auth-token": account.TWILIO_AUTH_TOKEN,
    "api-key": account.TWILIO_API_KEY_SID,
    "api-secret": account.TWILIO_API_KEY_SECRET,
    "app-sid": account.TWILIO_APP_SID,
  };
  return startNode(
    [join(root, "server/sandbox/cli.ts"), "--faults", ...Object.entries(args).flatMap(([name, value]) => [`--${name}`, value])],
    {
      env: {},
      ready: /REST API\s+(\S+)/,
    },
  );
}

interface ServerSettings {
  serverUrl: string;
  publicUrl: string;
  sandboxUrl: string;
  databasePath: string;
  serverEnv: Record<string, string>;
}

async function startServer(options: ServerSettings): Promise<RunningProcess> {
  const port = new URL(options.serverUrl).port;
  return startNode([join(root, "server/main.ts")], {
    env: {
      ...account,
      HOST: "127.0.0.1",
      PORT: port,
      PUBLIC_URL: options.publicUrl,
      DATABASE_PATH: options.databasePath,
      SANDBOX_URL: options.sandboxUrl,
      LOG_LEVEL: "info",
      ...options.serverEnv,
    },
    ready: serverReady,
  });
}

const callListSchema = z.object({ calls: z.array(z.looseObject({ sid: z.string() })) });
type CarrierCall = z.infer<typeof callListSchema>["calls"][number];

async function listCarrierCalls(sandboxUrl: string): Promise<CarrierCall[]> {
  const url = `${sandboxUrl}/2010-04-01/Accounts/${account.TWILIO_ACCOUNT_SID}/Calls.json`;
  const answer = await fetch(url, { headers: carrierCredentials() });
  return callListSchema.parse(await answer.json()).calls;
}

function carrierCredentials(): { authorization: string } {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = account;
  return { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` };
}
