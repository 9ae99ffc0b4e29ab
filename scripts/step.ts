import { spawn } from "node:child_process";

export interface StepResult {
  exitCode: number;
  durationMs: number;
}

/** Runs a command of node_modules/.bin with its output shown as it comes. */
export async function runStep(title: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<StepResult> {
  const startedAt = performance.now();
  console.log(`\n> ${title}`);
  const exitCode = await new Promise<number>((resolve, reject) => {
    // On Windows what npm puts on the path are command files, which only a shell runs.
    const shell = process.platform === "win32";
    const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env }, shell });
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
  const durationMs = performance.now() - startedAt;
  console.log(`${exitCode === 0 ? "done" : "FAILED"}: ${title} (${(durationMs / 1000).toFixed(1)} s)`);
  return { exitCode, durationMs };
}
