import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type { Mutant } from "./mutant.ts";

/** What came of a mutant: the seed that showed it and the promise it broke, or that it lived. */
export interface MutantScore {
  mutant: Mutant;
  seeds: number;
  /** Undefined when no seed showed it. */
  broken: string | undefined;
}

export interface ScoreOptions {
  /** How many seeds a mutant gets before it counts as not found. */
  seeds: number;
  /** How many run at the same time. */
  processes: number;
  /** The Postgres for the mutants that need one. */
  serverUrl?: string;
  onScore?: (score: MutantScore) => void;
}

const outcomeSchema = z.object({ seed: z.int(), broken: z.string().nullable() });
const run = promisify(execFile);

/** Runs each mutant in a process of its own, some at a time, until it is caught or has had its seeds. */
export async function scoreMutants(
  mutants: readonly Mutant[],
  { onScore, processes, ...options }: ScoreOptions,
): Promise<MutantScore[]> {
  const waiting = [...mutants];
  const scores: MutantScore[] = [];
  const lane = async () => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const score = await scoreMutant(mutant, options);
      scores.push(score);
      onScore?.(score);
    }
  };
  await Promise.all(Array.from({ length: processes }, lane));
  return scores.toSorted((a, b) => mutants.indexOf(a.mutant) - mutants.indexOf(b.mutant));
}

async function scoreMutant(
  mutant: Mutant,
  { seeds, serverUrl = "" }: Pick<ScoreOptions, "seeds" | "serverUrl">,
): Promise<MutantScore> {
  const script = join(import.meta.dirname, "run-mutant.ts");
  const { stdout } = await run(process.execPath, [
    script,
    "--name",
    mutant.name,
    "--seeds",
    String(seeds),
    "--postgres",
    serverUrl,
  ]);
  const outcome = outcomeSchema.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
  return { mutant, seeds: outcome.seed, broken: outcome.broken ?? undefined };
}
