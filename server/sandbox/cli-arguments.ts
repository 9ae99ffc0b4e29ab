import { parseArgs } from "node:util";
import type { SandboxOptions } from "./sandbox.ts";

export const usage = `Usage: npm run sandbox -- --voice-url URL --account-sid AC... --auth-token TOKEN
                          --api-key SK... --api-secret SECRET --app-sid AP... [--port N]

  --voice-url        where calls ask what to do: http://127.0.0.1:8787/api/twilio/voice
  --account-sid      AC and 32 hexadecimal digits, made up
  --auth-token       the secret that signs webhooks, made up
  --api-key          SK and 32 hexadecimal digits, made up
  --api-secret       the secret that signs access tokens, made up
  --app-sid          AP and 32 hexadecimal digits, made up
  --port             the port to listen on; any free one when left out
  --status-callback  where the application is told that a caller's call has ended
  --faults           serve /faults, by which tests ask for faults
  --help             show this

The same values go into the server's TWILIO_* variables, and the REST API's address into SANDBOX_URL.`;

/** What the command line asks for. */
export type SandboxArguments = { kind: "start"; options: SandboxOptions } | { kind: "help" } | { kind: "wrong"; message: string };

const flags = {
  port: { type: "string" },
  "voice-url": { type: "string" },
  "status-callback": { type: "string" },
  "account-sid": { type: "string" },
  "auth-token": { type: "string" },
  "api-key": { type: "string" },
  "api-secret": { type: "string" },
  "app-sid": { type: "string" },
  faults: { type: "boolean" },
  help: { type: "boolean" },
} as const;

/** Reads the command line. What is wrong with it is said in a sentence, without repeating a value that may be a secret. */
export function readSandboxArguments(args: readonly string[]): SandboxArguments {
  try {
    const { values } = parseArgs({ args: [...args], options: flags, strict: true });
    return values.help ? { kind: "help" } : { kind: "start", options: toOptions(values) };
  } catch (error) {
    // parseArgs throws for what it does not know, as do the readers below: each message is a sentence for a person.
    return { kind: "wrong", message: error instanceof Error ? error.message : String(error) };
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof flags }>>["values"];

function toOptions(values: Values): SandboxOptions {
  return {
    port: readPort(values.port ?? "0"),
    voiceUrl: readUrl("--voice-url", values["voice-url"]),
    ...(values["status-callback"] !== undefined && {
      statusCallback: readUrl("--status-callback", values["status-callback"]),
    }),
    account: {
      accountSid: readSid("--account-sid", "AC", values["account-sid"]),
      authToken: readSecret("--auth-token", values["auth-token"]),
      apiKeySid: readSid("--api-key", "SK", values["api-key"]),
      apiKeySecret: readSecret("--api-secret", values["api-secret"]),
      applicationSid: readSid("--app-sid", "AP", values["app-sid"]),
    },
    hasFaultControl: values.faults ?? false,
  };
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Error(`--port must be a number from 0 to 65535, and is "${text}".`);
}

function readUrl(flag: string, text: string | undefined): string {
  if (text === undefined) throw new Error(`${flag} is missing.`);
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? "")) return text;
  throw new Error(`${flag} must be an http:// or https:// address, and is "${text}".`);
}

function readSid(flag: string, prefix: string, text: string | undefined): string {
  if (text === undefined) throw new Error(`${flag} is missing.`);
  if (new RegExp(`^${prefix}[0-9a-f]{32}$`).test(text)) return text;
  throw new Error(`${flag} must be ${prefix} and 32 hexadecimal digits.`);
}

function readSecret(flag: string, text: string | undefined): string {
  if (text === undefined) throw new Error(`${flag} is missing.`);
  if (text.length >= 16) return text;
  throw new Error(`${flag} must have at least 16 characters.`);
}
