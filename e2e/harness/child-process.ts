import { spawn, type ChildProcess } from "node:child_process";
import { tmpdir } from "node:os";
import { setTimeout } from "node:timers/promises";

export interface RunningProcess {
  pid: number;
  /** Where it said that it listens. */
  url: string;
  /** Everything written so far, both streams. */
  output(): string;
  /** Ends the process and waits until it is gone. SIGKILL is what a crash looks like from outside. */
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
}

export interface StartOptions {
  env: Record<string, string>;
  ready: RegExp;
  readyWithinMs?: number;
  /** The descriptor of a file that its standard error goes to, for a program that writes more there than is worth keeping. */
  stderrFile?: number;
}

/**
 * Starts a Node program of this project and resolves when it has printed its address, which `ready` captures. Only its own
 * word counts: at an address asked from outside, some other program might answer. Rejects with its output if it ends before.
 */
export async function startNode(args: string[], options: StartOptions): Promise<RunningProcess> {
  const child = spawn(process.execPath, args, {
    env: { ...inheritedEnv(), ...options.env },
    // Away from a developer's .env file, which the server would read.
    cwd: tmpdir(),
    stdio: ["ignore", "pipe", options.stderrFile ?? "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));

  const deadline = Date.now() + (options.readyWithinMs ?? 90_000);
  let url: string | undefined;
  while ((url = options.ready.exec(output)?.[1]) === undefined) {
    if (hasEnded(child)) throw new Error(`${args[0]} ended before it was ready:\n${output}`);
    if (Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`${args[0]} was not ready in time:\n${output}`);
    }
    await setTimeout(50);
  }
  if (child.pid === undefined) throw new Error(`${args[0]} has no process.`);
  return {
    pid: child.pid,
    url,
    output: () => output,
    stop: async (signal = "SIGTERM") => {
      if (!hasEnded(child)) child.kill(signal);
      await exited;
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

const settings = new Set(["SANDBOX_URL", "PUBLIC_URL", "AUTH_SECRET", "DATABASE_PATH", "DATABASE_URL", "ALLOWED_EXTENSION_IDS"]);

/** The environment for a process of a test: a developer's own accounts and database must never be reached by one. */
export function inheritedEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSetting(name)));
}

function isSetting(name: string): boolean {
  return name.startsWith("TWILIO_") || name.startsWith("STRIPE_") || settings.has(name);
}
