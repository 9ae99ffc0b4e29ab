import { expect, test } from "vitest";
import { calleeAt } from "../sandbox/callees.ts";
import { demoContacts } from "./demo-contacts.ts";

test("the sandbox does at each number what its note says", () => {
  const kinds = Object.fromEntries(demoContacts.map(({ name, number }) => [name, calleeAt(number)]));
  expect(kinds).toMatchObject({
    Echo: { kind: "answers", talk: "echo" },
    "Digits menu": { kind: "answers", talk: "menu" },
    "Slow answer": { kind: "answers", ringMs: 5000 },
    "Always busy": { kind: "busy" },
    "Nobody home": { kind: "never-answers" },
    "Short talk": { kind: "answers", hangsUpAfterMs: 20_000 },
  });
});
