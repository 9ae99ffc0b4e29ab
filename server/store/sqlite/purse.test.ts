import { micros, zeroMicros } from "#shared/money.ts";
import { expect, test } from "vitest";
import { newAccountId, startMs } from "../contract/fixture.ts";
import { openDatabase } from "./database.ts";
import { createPurse } from "./purse.ts";
import { openSqliteStore } from "./sqlite-store.ts";

test("a purse moves what is there and not a micro-dollar more", async () => {
  const database = openDatabase(":memory:");
  const store = openSqliteStore(database, { clock: () => startMs });
  const id = newAccountId();
  await store.openAccount({ id, nowMs: startMs });
  const purse = createPurse(database);
  expect(purse.move(id, { postedMicros: micros(100), heldMicros: zeroMicros })).toBe(true);
  expect(purse.move(id, { postedMicros: zeroMicros, heldMicros: micros(101) })).toBe(false);
  expect(purse.move(id, { postedMicros: zeroMicros, heldMicros: micros(100) })).toBe(true);
  expect(purse.move(id, { postedMicros: micros(-1), heldMicros: zeroMicros })).toBe(false);
  expect(purse.move(newAccountId(), { postedMicros: micros(1), heldMicros: zeroMicros })).toBe(false);
  expect(purse.find(id)).toMatchObject({ postedMicros: 100, heldMicros: 100, rev: 2 });
});
