import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchChangesElsewhere } from "./changes-elsewhere.ts";
import { openDatabase, type SqliteDatabase } from "./database.ts";

let folder: string;
let ours: SqliteDatabase;
let other: SqliteDatabase;

beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), "ringback-elsewhere-"));
  [ours, other] = [openDatabase(join(folder, "ringback.sqlite")), openDatabase(join(folder, "ringback.sqlite"))];
  ours.$client.exec("CREATE TABLE notes (text TEXT) STRICT");
});

afterEach(() => {
  for (const database of [ours, other]) database.$client.close();
  rmSync(folder, { recursive: true, force: true });
  vi.useRealTimers();
});

const write = (database: SqliteDatabase) => database.$client.exec("INSERT INTO notes VALUES ('x')");

test("what another connection commits is told within a second, once, and what this one commits is not", () => {
  const told = vi.fn();
  const { onChangedElsewhere, stop } = watchChangesElsewhere(ours);
  onChangedElsewhere(told);
  write(ours);
  vi.advanceTimersByTime(3_000);
  expect(told).not.toHaveBeenCalled();
  write(other);
  write(other);
  vi.advanceTimersByTime(1_000);
  expect(told).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(3_000);
  expect(told).toHaveBeenCalledTimes(1);
  stop();
});

test("nothing is looked at when nobody wants to know", () => {
  const { onChangedElsewhere, stop } = watchChangesElsewhere(ours);
  expect(vi.getTimerCount()).toBe(0);
  const stopListening = onChangedElsewhere(() => {});
  expect(vi.getTimerCount()).toBe(1);
  stopListening();
  expect(vi.getTimerCount()).toBe(0);
  onChangedElsewhere(() => {});
  stop();
  expect(vi.getTimerCount()).toBe(0);
});
