import { runCommand } from "#server/operator/run-command.ts";
import { inheritedEnv } from "./child-process.ts";
import type { Stack } from "./stack.ts";

/** Whom the harness signs up as the owner. */
export const ownerEmail = "owner@example.com";

/** Runs one of the operator's commands on the database of a running server, from outside its process. Gives what it said. */
export async function operate({ databasePath }: Pick<Stack, "databasePath">, ...words: string[]): Promise<string> {
  const outcome = await runCommand(words, { ...inheritedEnv(), DATABASE_PATH: databasePath });
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value;
}

/** Puts money into the owner's wallet. */
export function credit(stack: Stack, dollars: string, reason = "for the test"): Promise<string> {
  return operate(stack, "credit", ownerEmail, dollars, "--reason", reason);
}

/** Sets limits of the owner's account, in the words of the command. */
export function setLimits(stack: Stack, ...options: string[]): Promise<string> {
  return operate(stack, "limits", ownerEmail, ...options);
}
