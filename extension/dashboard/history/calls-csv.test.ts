import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { callSchema } from "#shared/api/calls.ts";
import { callsCsv } from "./calls-csv.ts";

const call = {
  id: "call_01JD9Z6V7W8X9Y0Z1A2B3C4D5E",
  clientKey: "key",
  toNumber: "+14155550100",
  fromNumber: "+12125550123",
  callerIdType: "verified",
  countryCode: "US",
  country: "United States",
  contactId: null,
  contactName: 'Ada "Countess", née Byron',
  status: "completed",
  reason: null,
  rate: { perMinuteMicros: 14_000, incrementSeconds: 60, minimumSeconds: 60, connectMicros: 0 },
  timeLimitSeconds: null,
  heldMicros: 0,
  createdAt: "2026-01-01T00:00:00.000Z",
  answeredAt: "2026-01-01T00:00:05.000Z",
  endedAt: "2026-01-01T00:01:05.000Z",
  durationSeconds: 60,
  chargedMicros: 14_000,
  final: true,
  note: "Call back\non Monday",
};

function readBack(change: object): Record<string, string> | undefined {
  const rows: Record<string, string>[] = parse(callsCsv([callSchema.parse({ ...call, ...change })]), {
    columns: true,
    bom: true,
  });
  return rows[0];
}

test("a call read back by another program says what it said", () => {
  expect(readBack({})).toMatchObject({
    when: "2026-01-01T00:00:00.000Z",
    to: "+14155550100",
    contact: 'Ada "Countess", née Byron',
    status: "completed",
    seconds: "60",
    rate: "0.014",
    cost: "0.014",
    note: "Call back\non Monday",
  });
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("neither a name nor a note such as %j is a formula", (text) => {
  expect(readBack({ contactName: text, note: text })).toMatchObject({ contact: `'${text}`, note: `'${text}` });
});

test("no calls have their heads all the same", () => {
  expect(callsCsv([])).toMatch(/^\uFEFFwhen,to,contact,/);
});
