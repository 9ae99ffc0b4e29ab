import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { copyBinaries, findBinaries, type Binaries } from "./embedded-binaries.ts";

// A process of its own, so that Postgres ends with whoever asked for it, however that ends: the system closes a dead process's
// end of the pipe, and no handler in the dying process has to run.
const { values } = parseArgs({
  options: { folder: { type: "string" }, port: { type: "string" }, keep: { type: "boolean", default: false } },
});
const { folder, port, keep } = values;
if (folder === undefined || port === undefined) throw new Error("Say which --folder and --port to use.");

// The user and the password are no secret: the server listens on loopback, on a free port, while a test lasts.
const [user, password] = ["ringback", "ringback"];
const data = join(folder, "data");
// Postgres will not run as root, and containers often are. There is a user for what needs no rights.
const owner = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : {};
// Words of another language could not be understood below.
const options = { ...owner, env: { ...process.env, LC_ALL: "C" } };

const stopping = Promise.withResolvers<void>();
process.stdin.once("close", stopping.resolve).resume();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stopping.resolve());

try {
  const binaries = await reachBinaries();
  if (!existsSync(data)) await initialise(binaries);
  const postgres = await start(binaries);
  console.log(`Postgres at postgres://${user}:${password}@127.0.0.1:${port}/postgres .`);
  await stopping.promise;
  await stop(postgres);
} catch (error) {
  console.error(`Postgres did not start: ${String(error)}`);
  process.exitCode = 1;
} finally {
  if (!keep) await rm(folder, { recursive: true, force: true });
}
process.exit();

function idOf(flag: string): number {
  return Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
}

/** The binaries where they are, or a copy where the user that runs them cannot reach that. */
async function reachBinaries(): Promise<Binaries> {
  await chmod(String(folder), 0o755);
  const binaries = await findBinaries();
  const isReachable = spawnSync(binaries.postgres, ["--version"], options).status === 0;
  const copy = join(String(folder), "binaries");
  return isReachable ? binaries : copyBinaries(binaries, copy);
}

async function initialise({ initdb }: Binaries): Promise<void> {
  const passwordFile = join(String(folder), "password");
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordFile, password);
  if (owner.uid !== undefined) await chown(data, owner.uid, owner.gid);
  // The order of the machine's own locale must not be what a test hangs on. Nothing of a test outlives a power cut.
  const habits = ["--locale=C", "--encoding=UTF8", "--no-sync", "--auth=scram-sha-256"];
  const { status, stderr } = spawnSync(
    initdb,
    [...habits, `--pgdata=${data}`, `--username=${user}`, `--pwfile=${passwordFile}`],
    { ...options, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
}

/** Starts it and waits until it takes connections. */
async function start({ postgres }: Binaries): Promise<ChildProcess> {
  // No socket in a folder that two of them would share.
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"];
  const child = spawn(postgres, ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])], {
    ...options,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  await new Promise<void>((resolve, reject) => {
    child.stderr.on("data", (chunk: Buffer) => {
      log = `${log}${chunk.toString()}`.slice(-20_000);
      if (log.includes("ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(log)));
  });
  // Should it end by itself, there is nothing left to do here.
  child.once("exit", () => stopping.resolve());
  return child;
}

/** Ends it as "fast" shutdown does: what is under way is undone, and nobody is waited for. */
async function stop(postgres: ChildProcess): Promise<void> {
  if (postgres.exitCode !== null || postgres.signalCode !== null) return;
  const exited = new Promise((resolve) => void postgres.once("exit", resolve));
  postgres.kill("SIGINT");
  await exited;
}
