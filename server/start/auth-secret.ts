import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The secret that signs sessions: kept beside the database, for its owner's eyes only, and made at the first start. Losing it
 * signs everybody out and does no other harm.
 */
export function keepAuthSecret(databasePath: string): string {
  if (databasePath === ":memory:") return newSecret();
  const path = join(dirname(databasePath), "auth-secret");
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    // "wx" makes the file or fails, so that of two processes that start at once one secret is kept.
    writeFileSync(path, newSecret(), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(path, "utf8").trim();
}

function newSecret(): string {
  return randomBytes(32).toString("base64url");
}
