import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepAuthSecret } from "./auth-secret.ts";
import { lockDatabase } from "./database-lock.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ringback-"));
  path = join(folder, "data", "ringback.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the secret is made once, kept, and nobody else may read it", () => {
  const secret = keepAuthSecret(path);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(keepAuthSecret(path)).toBe(secret);
  expect(statSync(join(folder, "data", "auth-secret")).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, "data")).mode & 0o777).toBe(0o700);
});

test.each(["", "half-a-secret"])("a secret that was cut short, to %j, is made anew", (cut) => {
  const lost = keepAuthSecret(path);
  writeFileSync(join(folder, "data", "auth-secret"), cut);
  const secret = keepAuthSecret(path);
  expect(secret).toHaveLength(lost.length);
  expect(secret).not.toBe(lost);
  expect(keepAuthSecret(path)).toBe(secret);
});

test("a database in memory has a secret of its own", () => {
  expect(keepAuthSecret(":memory:")).not.toBe(keepAuthSecret(":memory:"));
});

test("a database is locked for one, and free again after", () => {
  const first = lockDatabase(path);
  expect(first.ok).toBe(true);
  expect(lockDatabase(path)).toEqual({ ok: false, error: "locked" });
  if (first.ok) first.value();
  const second = lockDatabase(path);
  expect(second.ok).toBe(true);
  if (second.ok) second.value();
});
