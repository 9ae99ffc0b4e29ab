import { readSandboxArguments, usage } from "./cli-arguments.ts";
import { startSandbox } from "./sandbox.ts";

/** `npm run sandbox`: a carrier in a process of its own, so that the server beside it can stop and start while calls go on. */
async function main(): Promise<void> {
  const read = readSandboxArguments(process.argv.slice(2));
  if (read.kind === "help") return console.log(usage);
  if (read.kind === "wrong") return fail(`${read.message}\n\n${usage}`);
  const sandbox = await startSandbox(read.options).catch((error: unknown) => fail(whyNotStarted(error, read.options.port)));
  if (!sandbox) return;
  console.log(`REST API    ${sandbox.url}`);
  console.log(`Signalling  ${sandbox.signalUrl}`);
  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

function whyNotStarted(error: unknown, port = 0): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EADDRINUSE") return `Port ${port} is taken by another program. Choose another --port, or 0 for any free one.`;
  if (code === "EACCES") return `Port ${port} may not be used by this account. Choose a --port above 1023.`;
  return `The sandbox carrier could not start: ${error instanceof Error ? error.message : String(error)}`;
}

function fail(message: string): undefined {
  console.error(message);
  process.exitCode = 1;
  return undefined;
}

await main();
