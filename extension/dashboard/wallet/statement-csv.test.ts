import { statementLineSchema } from "#shared/api/wallet.ts";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { statementCsv } from "./statement-csv.ts";

const line = {
  id: "settle:call_01JD9Z6V7W8X9Y0Z1A2B3C4D5E:1",
  kind: "settle",
  changeMicros: -4_667,
  balanceAfterMicros: 9_995_333,
  reason: "20 s of talk",
  callId: "call_01JD9Z6V7W8X9Y0Z1A2B3C4D5E",
  toNumber: "+14155550100",
  contactName: "Ada Lovelace",
  createdAt: "2026-01-01T00:00:00.000Z",
};

function readBack(...changes: object[]): Record<string, string>[] {
  const lines = changes.map((change) => statementLineSchema.parse({ ...line, ...change }));
  return parse(statementCsv(lines), { columns: true, bom: true });
}

test("a statement read back by another program says what it said, to the micro-dollar", () => {
  expect(readBack({})).toEqual([
    {
      when: "2026-01-01T00:00:00.000Z",
      kind: "settle",
      change: "-0.004667",
      balance: "9.995333",
      to: "+14155550100",
      contact: "Ada Lovelace",
      what: "20 s of talk",
      call: "call_01JD9Z6V7W8X9Y0Z1A2B3C4D5E",
      transfer: "settle:call_01JD9Z6V7W8X9Y0Z1A2B3C4D5E:1",
    },
  ]);
});

test("quotes, commas, line breaks and letters of all scripts stay in their cell", () => {
  const contactName = 'Ada "Countess", née Byron\nлондон';
  expect(readBack({ contactName })[0]?.["contact"]).toBe(contactName);
});

test("a contact's name is no formula", () => {
  for (const contactName of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"]) {
    expect(readBack({ contactName })[0]?.["contact"]).toBe(`'${contactName}`);
  }
});

test("a statement without lines has its heads all the same", () => {
  expect(statementCsv([])).toMatch(/^\uFEFFwhen,kind,change,balance,/);
});
