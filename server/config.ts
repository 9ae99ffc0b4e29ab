import { isIP } from "node:net";
import { extensionId } from "#shared/extension-id.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { z } from "zod";

/** What the server needs of a Twilio account, or of a sandbox carrier that plays one. */
export interface TwilioCredentials {
  accountSid: string;
  authToken: string;
  apiKeySid: string;
  apiKeySecret: string;
}

/** Who carries the calls: a sandbox inside this process, one that runs beside it, or Twilio. */
export type CarrierConfig =
  | { kind: "sandbox" }
  | { kind: "running_sandbox"; url: string; credentials: TwilioCredentials; applicationSid: string }
  /** `applicationSid`: the TwiML application calls are made through; found or made by the REST API when left out. */
  | { kind: "twilio"; credentials: TwilioCredentials; applicationSid: string | undefined };

/** Where card payments go. */
export interface PaymentsConfig {
  secretKey: string;
  /** Signs webhooks. */
  webhookSecret: string;
  /** A stand-in for the provider on this machine; the provider itself when undefined. */
  apiBaseUrl: string | undefined;
}

export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** How the carrier and the extension reach this server, without a slash at the end. Undefined: where it listens. */
  publicUrl: string | undefined;
  databasePath: string;
  /** The connection string of a Postgres database. Undefined: the SQLite file at databasePath. */
  databaseUrl: string | undefined;
  /** Signs sessions. Undefined: one is made and kept beside the database. */
  authSecret: string | undefined;
  /** How long a browser may call by one token before it has to fetch another. */
  voiceTokenTtlSeconds: number;
  allowedExtensionIds: readonly string[];
  logLevel: (typeof logLevels)[number];
  carrier: CarrierConfig;
  /** Undefined: nobody pays by card here. */
  payments: PaymentsConfig | undefined;
  /** Who bears it may read the metrics. Undefined: only this machine may, and only where nobody else can reach the server. */
  metricsToken: string | undefined;
}

export const defaultConfig: Config = {
  host: "127.0.0.1",
  port: 8787,
  publicUrl: undefined,
  databasePath: "./data/ringback.sqlite",
  databaseUrl: undefined,
  authSecret: undefined,
  voiceTokenTtlSeconds: 60 * 60,
  allowedExtensionIds: [extensionId],
  logLevel: "info",
  carrier: { kind: "sandbox" },
  payments: undefined,
  metricsToken: undefined,
};

/** Whether only this machine can reach an address or host name. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, "$1");
  return name === "localhost" || name === "::1" || (isIP(name) === 4 && name.startsWith("127."));
}

/**
 * Reads the configuration from the environment: the only place that does. The failure is one line that names the variable
 * at fault and the way out; it never repeats a value that could be a secret.
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Result<Config, string> {
  const parsed = environmentSchema.safeParse(withoutEmpty(environment));
  if (!parsed.success) return err(tellFirst(parsed.error));
  const values = parsed.data;
  const carrier = readCarrier(values);
  if (!carrier.ok) return carrier;
  const payments = readPayments(values);
  if (!payments.ok) return payments;
  return refuseHalfPublic({
    host: values.HOST ?? defaultConfig.host,
    port: values.PORT ?? defaultConfig.port,
    publicUrl: values.PUBLIC_URL,
    databasePath: values.DATABASE_PATH ?? defaultConfig.databasePath,
    databaseUrl: values.DATABASE_URL,
    authSecret: values.AUTH_SECRET,
    voiceTokenTtlSeconds: values.VOICE_TOKEN_TTL_SECONDS ?? defaultConfig.voiceTokenTtlSeconds,
    allowedExtensionIds: [...defaultConfig.allowedExtensionIds, ...(values.ALLOWED_EXTENSION_IDS ?? [])],
    logLevel: values.LOG_LEVEL ?? defaultConfig.logLevel,
    carrier: carrier.value,
    payments: payments.value,
    metricsToken: values.METRICS_TOKEN,
  });
}

function sid(prefix: string) {
  return z
    .string()
    .regex(new RegExp(`^${prefix}[0-9a-f]{32}$`), `must be ${prefix} and 32 hexadecimal digits, as the Twilio console shows it`);
}

const secretSchema = z.string().min(16, "is too short to be a secret: copy the whole value from the Twilio console");

const environmentSchema = z.object({
  HOST: z
    .string()
    .refine(
      (host) => isIP(host) !== 0 || host === "localhost",
      "must be an IP address to listen on, such as 127.0.0.1 or 0.0.0.0",
    )
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a port from 0 to 65535")
    .transform(Number)
    .pipe(z.int().max(65_535, "must be a port from 0 to 65535"))
    .optional(),
  PUBLIC_URL: z.string().transform(readPublicUrl).optional(),
  DATABASE_PATH: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, "must be a Postgres connection string, such as postgres://user:password@127.0.0.1:5432/ringback")
    .optional(),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters; `openssl rand -base64 32` makes one").optional(),
  VOICE_TOKEN_TTL_SECONDS: z
    .string()
    .regex(/^\d{1,5}$/, "must be a number of seconds from 5 to 86400")
    .transform(Number)
    // Twilio takes no token that is good for longer than a day.
    .pipe(z.int().min(5, "must be 5 at least").max(86_400, "must be 86400, a day, at most"))
    .optional(),
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters; `openssl rand -base64 32` makes one").optional(),
  ALLOWED_EXTENSION_IDS: z
    .string()
    .transform((list) => list.split(",").map((id) => id.trim()))
    .pipe(
      z.array(
        z
          .string()
          .regex(
            /^[a-p]{32}$/,
            "must be extension ids, 32 letters from a to p each, separated by commas; chrome://extensions shows them",
          ),
      ),
    )
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).optional(),
  SANDBOX_URL: z
    .string()
    .transform(readLocalUrl("must be the address that `npm run sandbox` printed, such as http://127.0.0.1:8788"))
    .optional(),
  TWILIO_ACCOUNT_SID: sid("AC").optional(),
  TWILIO_AUTH_TOKEN: secretSchema.optional(),
  TWILIO_API_KEY_SID: sid("SK").optional(),
  TWILIO_API_KEY_SECRET: secretSchema.optional(),
  TWILIO_APP_SID: sid("AP").optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(?:sk|rk)_\w{8,}$/, "must be a secret or restricted key, sk_... or rk_..., as the Stripe dashboard shows it")
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w{8,}$/, "must be the signing secret of the webhook endpoint, whsec_..., as the Stripe dashboard shows it")
    .optional(),
  STRIPE_API_URL: z
    .string()
    .transform(readLocalUrl("must be a stand-in for Stripe on this machine, such as http://127.0.0.1:12111"))
    .optional(),
});

type Values = z.output<typeof environmentSchema>;

function readPublicUrl(text: string, context: z.RefinementCtx): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    return refuse(context, "must be the address this server is reached at, such as https://ringback.example.com");
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    return refuse(context, "must start with https://, because sessions and calls travel to it over the internet");
  }
  return url.href.replace(/\/+$/, "");
}

/** Whether it names a Postgres server and a database in it. Which is all that can be known before it is asked. */
function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^postgres(?:ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

/** The address of something that plays a provider: on this machine only, since it is sent secrets without encryption. */
function readLocalUrl(expectation: string) {
  return (text: string, context: z.RefinementCtx): string => {
    const url = URL.parse(text);
    return url?.protocol === "http:" && isLoopback(url.hostname) ? url.origin : refuse(context, expectation);
  };
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}

/** A line `NAME=` in a .env file means that NAME is not set. */
function withoutEmpty(environment: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ""));
}

function tellFirst(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${String(issue?.path[0])} ${issue?.message}.`;
}

const requiredForTwilio = ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_API_KEY_SID", "TWILIO_API_KEY_SECRET"] as const;

function readCarrier(values: Values): Result<CarrierConfig, string> {
  const { SANDBOX_URL: url, TWILIO_APP_SID: applicationSid } = values;
  const credentials = readCredentials(values);
  if (url !== undefined) {
    if (credentials && applicationSid) return ok({ kind: "running_sandbox", url, credentials, applicationSid });
    const missing = missingOf(values, [...requiredForTwilio, "TWILIO_APP_SID"]);
    return err(`SANDBOX_URL is set without ${list(missing)}. Set the values the sandbox was started with, or unset SANDBOX_URL.`);
  }
  if (credentials) return ok({ kind: "twilio", credentials, applicationSid });
  const missing = missingOf(values, requiredForTwilio);
  if (missing.length === requiredForTwilio.length && applicationSid === undefined) return ok({ kind: "sandbox" });
  const verb = missing.length > 1 ? "are" : "is";
  return err(
    `Twilio is set up by half: ${list(missing)} ${verb} missing. Set them all to use Twilio, or none to use the sandbox.`,
  );
}

function readCredentials(values: Values): TwilioCredentials | undefined {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = values;
  const { TWILIO_API_KEY_SID: apiKeySid, TWILIO_API_KEY_SECRET: apiKeySecret } = values;
  return accountSid && authToken && apiKeySid && apiKeySecret ? { accountSid, authToken, apiKeySid, apiKeySecret } : undefined;
}

function readPayments(values: Values): Result<PaymentsConfig | undefined, string> {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_URL: apiBaseUrl } = values;
  if (secretKey && webhookSecret) return ok({ secretKey, webhookSecret, apiBaseUrl });
  if (!secretKey && !webhookSecret && !apiBaseUrl) return ok(undefined);
  const missing = missingOf(values, ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"]);
  const verb = missing.length > 1 ? "are" : "is";
  return err(`Stripe is set up by half: ${list(missing)} ${verb} missing. Set both to take cards, or none.`);
}

function missingOf(values: Values, names: readonly (keyof Values)[]): string[] {
  return names.filter((name) => values[name] === undefined);
}

function list(names: readonly string[]): string {
  return new Intl.ListFormat("en").format(names);
}

/** Nobody out there can reach a loopback address, and a secret that nobody chose must not guard a public server. */
function refuseHalfPublic(config: Config): Result<Config, string> {
  const isPublic = config.publicUrl !== undefined && !isLoopback(new URL(config.publicUrl).hostname);
  if (config.carrier.kind === "twilio" && !isPublic) {
    return err(
      "PUBLIC_URL must be set to the https:// address that Twilio reaches this server at, such as https://ringback.example.com.",
    );
  }
  // With a test key, Stripe's own tool can bring the webhooks here. With a live one people would pay, and nothing would be credited.
  if (config.payments && isLiveKey(config.payments.secretKey) && !isPublic) {
    return err(
      "PUBLIC_URL must be set to the https:// address that Stripe reaches this server at when STRIPE_SECRET_KEY is a live key.",
    );
  }
  if (!isLoopback(config.host) && config.authSecret === undefined) {
    return err("AUTH_SECRET must be set when HOST is not a loopback address; `openssl rand -base64 32` makes one.");
  }
  return ok(config);
}

function isLiveKey(secretKey: string): boolean {
  return /^[a-z]+_live_/.test(secretKey);
}
