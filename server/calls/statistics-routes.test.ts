import { callStatisticsAnswerSchema } from "#shared/api/call-statistics.ts";
import { listCallsAnswerSchema } from "#shared/api/calls.ts";
import { describe, expect, test } from "vitest";
import { cents, completed, progress, startMs } from "../store/contract/fixture.ts";
import { problemOf, startCallServer, type CallServer } from "./testing/call-server.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Made at 09:00 UTC on 5 January: a talk of 10 s with Ada; a day later one of 30 s elsewhere; then one that was busy. */
async function startWithHistory() {
  const server = await startCallServer();
  const ada = await server.addContact("Ada", "+14155552671");
  const calls = [];
  for (const [days, to, seconds] of [
    [0, ada.number, 10],
    [1, "+442071838750", 30],
    [1, ada.number, undefined],
  ] as const) {
    server.setClock(startMs + days * dayMs + calls.length);
    const { call } = await server.connectCall({ to });
    calls.push(call);
    const fact = seconds === undefined ? progress("busy") : completed(seconds, { atMs: server.nowMs });
    await server.store.recordFact({ callId: call.id }, fact);
  }
  return { server, ada, calls };
}

async function statistics(server: CallServer, query: Record<string, string> = {}) {
  const answer = await server.send("GET", `/api/statistics/calls?${new URLSearchParams(query).toString()}`);
  return callStatisticsAnswerSchema.parse(await answer.json());
}

describe("GET /api/statistics/calls", () => {
  test("adds up one's own calls, in all and by country, status and contact", async () => {
    const { server, ada } = await startWithHistory();
    const stranger = await server.openAccount();
    await server.send("POST", "/api/calls", { body: { clientKey: crypto.randomUUID(), to: ada.number }, as: stranger });
    expect(await statistics(server)).toEqual({
      totals: { calls: 3, answered: 2, talkSeconds: 40, chargedMicros: cents(40), averageTalkSeconds: 20, answerRate: 2 / 3 },
      firstCallAt: new Date(startMs).toISOString(),
      series: null,
      byCountry: [
        { countryCode: "US", calls: 2, answered: 1, talkSeconds: 10, chargedMicros: cents(10) },
        { countryCode: "GB", calls: 1, answered: 1, talkSeconds: 30, chargedMicros: cents(30) },
      ],
      byStatus: [
        { status: "completed", calls: 2, answered: 2, talkSeconds: 40, chargedMicros: cents(40) },
        { status: "busy", calls: 1, answered: 0, talkSeconds: 0, chargedMicros: 0 },
      ],
      byContact: [
        { contactId: ada.id, contactName: "Ada", calls: 2, answered: 1, talkSeconds: 10, chargedMicros: cents(10) },
        { contactId: null, contactName: null, calls: 1, answered: 1, talkSeconds: 30, chargedMicros: cents(30) },
      ],
    });
  });

  test("agrees with the list under every filter", async () => {
    const { server, ada } = await startWithHistory();
    const filters = [
      { from: new Date(startMs + dayMs).toISOString() },
      { to: "2026-01-06T10:00:00+01:00" },
      { country: "GB" },
      { contactId: ada.id },
      { status: "busy,failed" },
      { text: "ada" },
      { text: " " },
    ];
    for (const filter of filters) {
      const answer = await server.send("GET", `/api/calls?${new URLSearchParams(filter).toString()}`);
      const { calls } = listCallsAnswerSchema.parse(await answer.json());
      const { totals } = await statistics(server, filter);
      expect([filter, totals.calls, totals.chargedMicros]).toEqual([
        filter,
        calls.length,
        calls.reduce((sum, call) => sum + call.chargedMicros, 0),
      ]);
      expect(calls.length).toBeGreaterThan(0);
    }
  });

  test("counts days as the caller's calendar has them, those without a call too", async () => {
    const { server } = await startWithHistory();
    server.setClock(startMs + 3 * dayMs);
    const { series } = await statistics(server, { by: "day", timeZone: "Pacific/Auckland" });
    // 09:00 in London is 22:00 there, so the calls fall on days of their own.
    expect(series?.map(({ day, from, calls }) => [day, from, calls])).toEqual([
      ["2026-01-05", "2026-01-04T11:00:00.000Z", 1],
      ["2026-01-06", "2026-01-05T11:00:00.000Z", 2],
      ["2026-01-07", "2026-01-06T11:00:00.000Z", 0],
      ["2026-01-08", "2026-01-07T11:00:00.000Z", 0],
    ]);
    const west = await statistics(server, { by: "day", timeZone: "Pacific/Kiritimati", to: new Date(startMs + 1).toISOString() });
    expect(west.series?.map(({ day }) => day)).toEqual(["2026-01-05"]);
  });

  test("counts a call in the hour that clocks show twice once", async () => {
    const server = await startCallServer();
    for (const at of ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T22:59:59Z", "2026-10-25T23:00:00Z"]) {
      server.setClock(Date.parse(at));
      await server.requestCall();
    }
    const query = { by: "day", timeZone: "Europe/Berlin", from: "2026-10-24T22:00:00Z", to: "2026-10-26T23:00:00Z" };
    const { series } = await statistics(server, query);
    expect(series?.map(({ day, calls }) => [day, calls])).toEqual([
      ["2026-10-25", 3],
      ["2026-10-26", 1],
    ]);
  });

  test("of an empty history is zero", async () => {
    const server = await startCallServer();
    const told = await statistics(server, { by: "week", timeZone: "UTC" });
    expect(told).toMatchObject({
      totals: { calls: 0, averageTalkSeconds: null, answerRate: null },
      byCountry: [],
      byContact: [],
    });
    expect(told.series).toHaveLength(1);
  });

  test.each([
    ["by=hour&timeZone=UTC", "by"],
    ["by=day", "timeZone"],
    ["by=day&timeZone=Mars/Olympus", "timeZone"],
    ["from=yesterday", "from"],
    ["from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", "to"],
    ["country=XX", "country"],
    ["contactId=ada", "contactId"],
    ["status=answered", "status.0"],
    ["by=day&timeZone=UTC&from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z", "by"],
  ])("refuses ?%s, and says where", async (query, path) => {
    const server = await startCallServer();
    const told = await problemOf(await server.send("GET", `/api/statistics/calls?${query}`));
    expect(told).toMatchObject({ status: 400, code: "bad_request", issues: [{ path }] });
  });

  test("is for signed-in people", async () => {
    const server = await startCallServer();
    expect((await server.send("GET", "/api/statistics/calls", { as: "nobody" })).status).toBe(401);
  });
});

test("a call is found by its note, whatever the accents", async () => {
  const { server, calls } = await startWithHistory();
  const id = calls[0]?.id;
  await server.send("PUT", `/api/calls/${id}/note`, { body: { note: "  Très aimable " } });
  const find = async () => listCallsAnswerSchema.parse(await (await server.send("GET", "/api/calls?text=tres")).json()).calls;
  expect((await find()).map((call) => call.id)).toEqual([id]);
  await server.send("PUT", `/api/calls/${id}/note`, { body: { note: "" } });
  expect(await find()).toEqual([]);
});
