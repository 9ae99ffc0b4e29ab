import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { loadEnvFile } from "node:process";
import { parseArgs } from "node:util";
import { formatDollars, parseDollars } from "#shared/money.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { ulid } from "ulid";
import { findUserByEmail } from "./accounts/find-user.ts";
import { reconcileCalls } from "./calls/reconcile-calls.ts";
import { systemClock } from "./clock.ts";
import { readConfig, type Config } from "./config.ts";
import { createLogger } from "./logger.ts";
import { databaseProblem } from "./start/database-problem.ts";
import { openCarrier } from "./start/open-carrier.ts";
import { openDatabase, type SqliteDatabase } from "./store/sqlite/database.ts";
import { openSqliteStore } from "./store/sqlite/sqlite-store.ts";
import type { Store } from "./store/store.ts";
import { createTwilioCarrier } from "./twilio/twilio-carrier.ts";
import { callbackUrl, webhookPaths } from "./twilio/webhook-urls.ts";
import { balanceOf } from "./wallet/balance.ts";
import { postTopUp } from "./wallet/top-up.ts";

const usage = `The operator's commands. They work on the database of the server (DATABASE_PATH), whether it runs or not.

  npm run cli -- balance EMAIL
      What a person has, and what calls hold of it.
  npm run cli -- credit EMAIL DOLLARS --reason TEXT [--reference TEXT]
      Puts money that was paid into a person's wallet. The same reference is only ever credited once.
  npm run cli -- reconcile
      Asks the carrier about every call that is due for it, as the server does by itself.
  npm run cli -- backup FILE
      Copies the database, also while the server writes to it.`;

interface Operator {
  config: Config;
  database: SqliteDatabase;
  store: Store;
}

type Outcome = Promise<Result<string, string>>;

/** Runs one command. Gives what to say: what was done, or why it was not. */
export async function runCommand(words: string[], environment = process.env): Outcome {
  const parsed = parseCommand(words);
  if (!parsed.ok) return parsed;
  const { command, values, operands } = parsed.value;
  if (command === undefined || command === "help") return ok(usage);
  const config = readConfig(environment);
  if (!config.ok) return config;
  const { databasePath } = config.value;
  if (!existsSync(databasePath))
    return err(`There is no database at ${databasePath}. Start the server once, or set DATABASE_PATH.`);
  const opened = open(databasePath);
  if (!opened.ok) return opened;
  const store = openSqliteStore(opened.value, { clock: systemClock });
  try {
    return await runOn({ config: config.value, database: opened.value, store }, command, operands, values);
  } finally {
    await store.close();
  }
}

function open(databasePath: string): Result<SqliteDatabase, string> {
  try {
    return ok(openDatabase(databasePath));
  } catch (error) {
    const problem = databaseProblem(databasePath, error);
    if (problem === undefined) throw error;
    return err(problem);
  }
}

interface Options {
  reason?: string | undefined;
  reference?: string | undefined;
}

function parseCommand(words: string[]): Result<{ command: string | undefined; operands: string[]; values: Options }, string> {
  try {
    const options = { reason: { type: "string" }, reference: { type: "string" } } as const;
    const { positionals, values } = parseArgs({ args: words, allowPositionals: true, options });
    const [command, ...operands] = positionals;
    return ok({ command, operands, values });
  } catch (error) {
    return err(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

async function runOn(operator: Operator, command: string, operands: string[], { reason, reference }: Options): Outcome {
  const [first, second] = operands;
  switch (command) {
    case "balance":
      return first ? tellBalance(operator, first) : err("Say whose: balance EMAIL.");
    case "credit":
      if (!first || !second || !reason) return err("Say who gets how much and why: credit EMAIL DOLLARS --reason TEXT.");
      return credit(operator, { email: first, dollars: second, reason, reference: reference ?? ulid() });
    case "reconcile":
      return reconcile(operator);
    case "backup":
      return first ? backUp(operator, first) : err("Say where to: backup FILE.");
    default:
      return err(`There is no command ${command}.\n\n${usage}`);
  }
}

async function tellBalance({ database, store }: Operator, email: string): Outcome {
  const user = findUserByEmail(database, email);
  const account = user && (await store.findAccount(user.accountId));
  if (!user || !account) return err(`Nobody signs in as ${email}.`);
  const { availableMicros, heldMicros } = balanceOf(account);
  const [available, held] = [availableMicros, heldMicros].map((amount) => formatDollars(amount, { decimals: 4 }));
  return ok(`${user.email} has ${available} available; calls in progress hold ${held}.`);
}

interface Credit {
  email: string;
  dollars: string;
  reason: string;
  reference: string;
}

async function credit(operator: Operator, { email, dollars, reason, reference }: Credit): Outcome {
  const amountMicros = parseDollars(dollars);
  if (amountMicros === undefined || amountMicros <= 0) return err(`${dollars} is no amount. Write dollars such as 25.00.`);
  const user = findUserByEmail(operator.database, email);
  if (!user) return err(`Nobody signs in as ${email}.`);
  const nowMs = systemClock();
  const { accountId } = user;
  const posted = await postTopUp(operator.store, { accountId, amountMicros, reference, actor: "operator", reason, nowMs });
  if (!posted.ok) return err(`${email} has no wallet. Let them sign in once.`);
  const balance = await tellBalance(operator, email);
  if (!balance.ok) return balance;
  const done = posted.value.posted
    ? `Credited ${formatDollars(amountMicros)}.`
    : "This reference was credited before; nothing was changed.";
  return ok(`${done} ${balance.value}`);
}

async function reconcile({ config, store }: Operator): Outcome {
  if (config.carrier.kind === "sandbox")
    return err("The sandbox inside the server can only be asked by the server, which does so by itself.");
  const { client } = await openCarrier(config.carrier, { voiceUrl: callbackUrl(config.publicUrl ?? "", webhookPaths.voice) });
  const carrier = createTwilioCarrier(client, { clock: systemClock });
  const deps = { store, carrier, clock: systemClock, logger: createLogger(config.logLevel) };
  let asked = 0;
  // Each call that was asked about is due later or never, so a pass without any is the last.
  for (let due = await reconcileCalls(deps); due > 0; due = await reconcileCalls(deps)) asked += due;
  return ok(asked === 0 ? "No call was due." : `Asked the carrier about ${asked} calls.`);
}

async function backUp({ database }: Operator, file: string): Outcome {
  if (existsSync(file)) return err(`${file} exists already. Choose another name, so that no backup is overwritten.`);
  if (!existsSync(dirname(file))) return err(`There is no folder ${dirname(file)}. Make it first, or choose another.`);
  await database.$client.backup(file);
  return ok(`Copied the database to ${file}.`);
}

if (import.meta.main) {
  if (existsSync(".env")) loadEnvFile();
  const outcome = await runCommand(process.argv.slice(2));
  if (outcome.ok) console.log(outcome.value);
  else console.error(outcome.error);
  process.exitCode = outcome.ok ? 0 : 1;
}
