import { pino, type DestinationStream, type Logger } from "pino";
import type { Config } from "./config.ts";

export type { Logger };

/** A logger of JSON lines to standard error, or to `destination`. Secrets are cut out by name wherever they appear at the top. */
export function createLogger(level: Config["logLevel"], destination?: DestinationStream): Logger {
  const options = { level, redact: { paths: secretPaths, censor: "[secret]" }, base: null };
  return destination ? pino(options, destination) : pino(options, pino.destination({ dest: 2, sync: true }));
}

const secretNames = [
  "authorization",
  "cookie",
  "set-cookie",
  "set-auth-token",
  "token",
  "bearerToken",
  "authToken",
  "password",
  "secret",
  "apiKeySecret",
  "secretKey",
  "webhookSecret",
  "authSecret",
];
const secretPaths = secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.headers["${name}"]`]);
