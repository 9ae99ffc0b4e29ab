import type { Result } from "#shared/result.ts";
import { parseArgs, type ParseArgsConfig } from "node:util";
import type { Operator } from "./operator.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** What was written after a command's options, by their names. */
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>["values"];

/** What to say: what was done, or why it was not. */
export type Outcome = Promise<Result<string, string>>;

/** One of the operator's commands. */
export interface Command {
  /** The word it is called by, or several: "rates import". */
  name: string;
  /** What comes after the name, as the help writes it. */
  usage: string;
  /** One sentence. */
  summary: string;
  /** Parses what comes after the name and does it. Throws what `parseArgs` throws when that cannot be understood. */
  run: (operator: Operator, words: string[]) => Outcome;
}

interface TypedCommand<O extends Options> extends Omit<Command, "run"> {
  options: O;
  run: (operator: Operator, operands: string[], values: Values<O>) => Outcome;
}

/** Makes a command whose options are parsed before it runs. */
export function defineCommand<const O extends Options>({ options, run, ...described }: TypedCommand<O>): Command {
  return {
    ...described,
    run(operator, words) {
      const { positionals, values } = parseArgs({ args: words, options, allowPositionals: true });
      return run(operator, positionals, values);
    },
  };
}
