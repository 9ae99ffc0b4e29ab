import { describe, expect, test } from "vitest";
import { readPostgresShapes, readSqliteShapes } from "./testing/table-shapes.ts";

describe("the schemas of the two databases", async () => {
  const [postgres, sqlite] = await Promise.all([readPostgresShapes(), readSqliteShapes()]);

  test("have the same tables", () => {
    expect(Object.keys(postgres).toSorted()).toEqual(Object.keys(sqlite).toSorted());
    expect(Object.keys(postgres).length).toBeGreaterThan(10);
  });

  test.each(Object.keys(sqlite))("agree on %s: columns, keys, indexes, checks and what points where", (table) => {
    expect(postgres[table]).toEqual(sqlite[table]);
  });
});
