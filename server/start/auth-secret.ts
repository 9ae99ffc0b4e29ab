import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const secretBytes = 32;
// Base64 writes six bits a letter.
const secretLength = Math.ceil((secretBytes * 8) / 6);

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
  const kept = readFileSync(path, "utf8").trim();
  if (kept.length >= secretLength) return kept;
  // A crash while it was written left less than a secret, and without one better-auth would sign with a default that anybody knows.
  const secret = newSecret();
  writeFileSync(path, secret, { mode: 0o600 });
  return secret;
}

function newSecret(): string {
  return randomBytes(secretBytes).toString("base64url");
}
