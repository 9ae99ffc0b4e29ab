import { expect, test } from "vitest";
import { createPower, DiskFull, PowerOut, type Failure } from "./power.ts";

function run(failure: Failure, statements: readonly string[]) {
  const [done, failures]: [string[], Failure[]] = [[], []];
  const power = createPower((failure) => void failures.push(failure));
  power.failAt(failure);
  const thrown = statements.map((sql) => {
    try {
      power.run(sql, () => void done.push(sql));
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.constructor : error;
    }
  });
  return { done, thrown, isOn: power.isOn(), failures: failures.length };
}

test("nothing is done from the statement on at which the power fails", () => {
  const outcome = run({ kind: "power", counted: "statements", at: 2, when: "before" }, ["BEGIN", "UPDATE", "COMMIT"]);
  expect(outcome).toEqual({ done: ["BEGIN"], thrown: [undefined, PowerOut, PowerOut], isOn: false, failures: 1 });
});

test("a COMMIT after which the power fails is done, and nobody hears of it", () => {
  const outcome = run({ kind: "power", counted: "commits", at: 1, when: "after" }, ["BEGIN", "COMMIT", "BEGIN"]);
  expect(outcome).toEqual({ done: ["BEGIN", "COMMIT"], thrown: [undefined, PowerOut, PowerOut], isOn: false, failures: 1 });
});

test("a full disk refuses one statement, and the server lives on", () => {
  const outcome = run({ kind: "disk", counted: "commits", at: 1 }, ["BEGIN", "COMMIT", "ROLLBACK"]);
  expect(outcome).toEqual({ done: ["BEGIN", "ROLLBACK"], thrown: [undefined, DiskFull, undefined], isOn: true, failures: 1 });
});
