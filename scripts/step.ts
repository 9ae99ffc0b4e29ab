import { spawn, type ChildProcess } from "node:child_process";

export interface StepResult {
  exitCode: number;
  durationMs: number;
}

export interface StepOptions {
  env?: NodeJS.ProcessEnv;
  /** Of steps that run side by side, only one can be followed; the others show what they wrote when they are done. */
  output?: "as it comes" | "when done";
}

/** Runs a command of node_modules/.bin, and says at its end how it went and how long it took. */
export async function runStep(title: string, command: string, args: string[], options: StepOptions = {}): Promise<StepResult> {
  const { env = {}, output = "as it comes" } = options;
  const startedAt = performance.now();
  if (output === "as it comes") console.log(`\n> ${title}`);
  const child = spawn(command, args, {
    stdio: output === "as it comes" ? "inherit" : ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
    // On Windows what npm puts on the path are command files, which only a shell runs.
    shell: process.platform === "win32",
  });
  const written = keepOutput(child);
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
  const durationMs = performance.now() - startedAt;
  if (output === "when done") process.stdout.write(`\n> ${title}\n${Buffer.concat(written).toString()}`);
  console.log(`${exitCode === 0 ? "done" : "FAILED"}: ${title} (${(durationMs / 1000).toFixed(1)} s)`);
  return { exitCode, durationMs };
}

/** What a child writes from now on, both streams in the order in which it comes. */
function keepOutput(child: ChildProcess): Buffer[] {
  const written: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => void written.push(chunk));
  return written;
}
