import { join } from "node:path";
import { startNode, type RunningProcess } from "../../e2e/harness/child-process.ts";
import { testAccount } from "../sandbox/signalling/testing/test-account.ts";

/** The address that the carrier believes to call; it is what it signs. Where a server really listens is another matter. */
export const publicUrl = "https://ringback.example";

/** Signs sessions. Two servers on one database must know each other's. */
export const authSecret = "a secret that nobody has to keep, of some length";

/** Where a server keeps everything. */
export type DatabaseAddress = { kind: "sqlite"; path: string } | { kind: "postgres"; url: string };

export interface ServerProcessOptions {
  database: DatabaseAddress;
  carrierUrl: string;
  logLevel?: "info" | "warn" | "error";
  /** A file that takes the log, where more is logged than is worth keeping. */
  stderrFile?: number;
  /** Flags for Node itself, such as those of its profiler. */
  nodeFlags?: string[];
}

/** Starts the real server, as `npm start` does, as a process of its own on a free port of loopback. Its carrier is not Twilio. */
export function startServerProcess(options: ServerProcessOptions): Promise<RunningProcess> {
  const { database, carrierUrl, logLevel = "info", stderrFile, nodeFlags = [] } = options;
  return startNode([...nodeFlags, join(import.meta.dirname, "../main.ts")], {
    env: {
      HOST: "127.0.0.1",
      PORT: "0",
      PUBLIC_URL: publicUrl,
      LOG_LEVEL: logLevel,
      AUTH_SECRET: authSecret,
      SANDBOX_URL: carrierUrl,
      TWILIO_ACCOUNT_SID: testAccount.accountSid,
      TWILIO_AUTH_TOKEN: testAccount.authToken,
      TWILIO_API_KEY_SID: testAccount.apiKeySid,
      TWILIO_API_KEY_SECRET: testAccount.apiKeySecret,
      TWILIO_APP_SID: testAccount.applicationSid,
      ...(database.kind === "sqlite" ? { DATABASE_PATH: database.path } : { DATABASE_URL: database.url }),
    },
    ready: /Ringback is ready at ([^,\s]+)/,
    ...(stderrFile !== undefined && { stderrFile }),
  });
}
