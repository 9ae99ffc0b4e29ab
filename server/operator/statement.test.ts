import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { cents, completed, startMs } from "../store/contract/fixture.ts";
import { credit } from "./credit.ts";
import { statement } from "./statement.ts";
import { adaEmail, startOperator } from "./testing/start-operator.ts";

async function startWithCall() {
  const started = await startOperator();
  const call = await started.connectedCall();
  started.setNow(startMs + 60_000);
  await started.store.recordFact({ callId: call.id }, completed(30, { isFinal: true }));
  return { ...started, call };
}

describe("statement", () => {
  test("lists what moved, oldest first, with the balance after it", async () => {
    const { done, call } = await startWithCall();
    expect(await done(statement, adaEmail)).toBe(
      [
        "when (UTC)           kind      change   balance  what",
        "2026-01-05 09:00:00  topup   $10.0000  $10.0000  test",
        `2026-01-05 09:01:00  settle  -$0.3000   $9.7000  ${call.toNumber}, 30 s of talk`,
      ].join("\n"),
    );
  });

  test("is a table for spreadsheets with --csv, which run nothing that somebody wrote into it", async () => {
    const { done, call } = await startWithCall();
    await done(credit, adaEmail, "1", "--reason", '=HYPERLINK("http://evil.example"), "quoted"');
    const rows = parse(await done(statement, adaEmail, "--csv"), { columns: true });
    expect(rows).toMatchObject([
      { kind: "topup", change: "10.00", balance: "10.00", to: "", call: "" },
      { kind: "settle", change: "-0.30", balance: "9.70", to: call.toNumber, call: call.id },
      { kind: "topup", change: "1.00", balance: "10.70", what: `'=HYPERLINK("http://evil.example"), "quoted"` },
    ]);
  });

  test("has every line, however many there are", async () => {
    const { done, topUp } = await startOperator();
    for (let count = 0; count < 1_500; count += 1) await topUp(cents(1));
    expect((await done(statement, adaEmail, "--csv")).split("\n")).toHaveLength(1_502);
  });

  test("says who is nobody", async () => {
    const { refused } = await startOperator();
    expect(await refused(statement, "bob@ringback.example")).toContain("Nobody signs in as");
  });
});
