import { err, ok } from "#shared/result.ts";
import { readConfig } from "../config.ts";
import type { Command, Outcome } from "./command.ts";
import { commands } from "./commands.ts";
import { openOperator } from "./open-operator.ts";

/** Runs one command, written as words. Gives what to say: what was done, or why it was not. */
export async function runCommand(words: readonly string[], environment = process.env): Outcome {
  const [first] = words;
  if (first === undefined || first === "help" || first === "--help") return ok(usage());
  const found = findCommand(words);
  if (!found) return err(`There is no command ${first}.\n\n${usage()}`);
  const { command, rest } = found;
  if (rest.includes("--help")) return ok(usageOf(command));
  const config = readConfig(environment);
  if (!config.ok) return config;
  await using undo = new AsyncDisposableStack();
  const operator = await openOperator(config.value, undo);
  if (!operator.ok) return operator;
  try {
    return await command.run(operator.value, rest);
  } catch (error) {
    if (!isMisspelt(error)) throw error;
    return err(`${error.message}\n\n${usageOf(command)}`);
  }
}

/** The command whose name the words begin with, and the words after it. */
function findCommand(words: readonly string[]): { command: Command; rest: string[] } | undefined {
  for (const command of commands) {
    const name = command.name.split(" ");
    if (name.every((word, index) => words[index] === word)) return { command, rest: words.slice(name.length) };
  }
  return undefined;
}

/** What `parseArgs` throws for an option that it does not know, or that lacks its value. */
function isMisspelt(error: unknown): error is Error {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

function usage(): string {
  return [
    "The operator's commands. They work on the database of the server, whether it runs or not.",
    ...commands.map(usageOf),
  ].join("\n\n");
}

function usageOf({ name, usage, summary }: Command): string {
  return `  ${`npm run cli -- ${name} ${usage}`.trimEnd()}\n      ${summary}`;
}
