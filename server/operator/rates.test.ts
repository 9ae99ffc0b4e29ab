import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CarrierPriceList } from "../carrier.ts";
import { createFakeCarrier } from "../calls/testing/fake-carrier.ts";
import { defaultConfig } from "../config.ts";
import { createLogger } from "../logger.ts";
import { ok } from "#shared/result.ts";
import { cents, newAccountId, newCall, newCallSid, number, startMs } from "../store/contract/fixture.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import type { WholeStore } from "../store/whole-store.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openRatesInForce } from "../rates/rates-in-force.ts";
import { loadStarterDeck } from "../rates/starter-deck.ts";
import { postTopUp } from "../wallet/top-up.ts";
import type { Operator } from "./operator.ts";
import { ratesImport } from "./rates-import.ts";
import { ratesList } from "./rates-list.ts";
import { ratesShow } from "./rates-show.ts";

const header = "ISO,Country,Description,Price / min,Origination Prefixes,Destination Prefixes";
const goodRows = [
  "AD,Andorra,Programmable Outbound Minute - Andorra,0.04700,,376",
  'AT,Austria,Programmable Outbound Minute - Austria,0.17050,,"43, 431"',
  'AT,Austria,Programmable Outbound Minute - Austria - from EEA,0.01760,"49, 33","43, 431"',
];
const badRow = "FR,France,Programmable Outbound Minute - France,,,33";

let folder: string;
let store: WholeStore;
let operator: Operator;
let priceList: CarrierPriceList;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ringback-"));
  store = openSqliteStore(openDatabase(":memory:"), { clock: () => startMs });
  priceList = { lines: [], missing: [] };
  const carrier = { ...createFakeCarrier(), voicePrices: async () => ok(priceList) };
  const openCarrier = async () => ok(carrier);
  operator = { config: defaultConfig, store, clock: () => startMs, logger: createLogger("silent"), openCarrier };
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function csv(...rows: string[]): string {
  const file = join(folder, "prices.csv");
  writeFileSync(file, [header, ...rows].join("\r\n"));
  return file;
}

const importRates = async (...words: string[]) => ratesImport.run(operator, words);
const show = async (...words: string[]) => ratesShow.run(operator, words);
const containing = (text: string) => expect.stringContaining(text) as string;

describe("rates import", () => {
  test("puts a price list in force, with the markup on both legs", async () => {
    const outcome = await importRates(csv(...goodRows), "--markup", "20", "--client-leg", "0.0040", "--increment", "60");
    expect(outcome).toMatchObject({ ok: true, value: containing("It is in force") });
    const deck = await store.findNewestDeck();
    expect(deck).toMatchObject({ source: "prices.csv: client leg $0.0040 a minute, markup 20 %", rateCount: 7 });
    const rates = await store.readDeckRates(deck?.id ?? "");
    expect(rates.find((rate) => rate.destinationPrefix === "376")).toEqual({
      destinationPrefix: "376",
      originPrefix: "",
      description: "Andorra",
      costPerMinuteMicros: 51_000,
      perMinuteMicros: 61_200,
      incrementSeconds: 60,
      minimumSeconds: 0,
      connectMicros: 0,
    });
    expect(await show("+43 1 5123456", "--from", "+49 30 901820")).toMatchObject({ ok: true, value: containing("$0.0259") });
    expect(await show("+43 1 5123456")).toMatchObject({ ok: true, value: containing("$0.2094") });
  });

  test("with a bad row changes nothing, and names the line and the reason", async () => {
    const outcome = await importRates(csv(...goodRows, badRow));
    expect(outcome).toMatchObject({ ok: false, error: containing("line 5: no price is given") });
    expect(outcome).toMatchObject({ ok: false, error: containing("Nothing was imported.") });
    expect(await store.listDecks()).toEqual([]);
  });

  test("leaves bad rows out when told to, and still names them", async () => {
    const outcome = await importRates(csv(badRow, ...goodRows), "--skip-bad-rows");
    expect(outcome).toMatchObject({ ok: true, value: containing("line 2: no price is given") });
    expect(await store.findNewestDeck()).toMatchObject({ rateCount: 7 });
    expect(await show("+33 1 44 55 66 77")).toMatchObject({ ok: false, error: containing("cannot be called") });
  });

  test("takes two prices for one call for a bad row, and the dearer when told to go on", async () => {
    const file = csv("AD,Andorra,Andorra,0.2,,376", "AD,Andorra,Andorra,0.1,,376");
    const outcome = await importRates(file);
    expect(outcome).toMatchObject({ ok: false, error: containing("line 3: a minute to 376 costs $0.10000 here and $0.20000") });
    await importRates(file, "--skip-bad-rows");
    expect(await show("+376 812 345")).toMatchObject({ ok: true, value: containing("$0.2040") });
  });

  test("says what it would change, and with --dry-run leaves it at that", async () => {
    await importRates(csv(...goodRows));
    const changed = [
      "AD,Andorra,Programmable Outbound Minute - Andorra,0.14700,,376",
      "FR,France,Programmable Outbound Minute - France,0.01570,,33",
      'AT,Austria,Programmable Outbound Minute - Austria,0.07050,,"43, 431"',
    ];
    const outcome = await importRates(csv(...changed), "--dry-run");
    expect(outcome.ok && outcome.value.replaceAll(/ +/g, " ")).toMatch(
      /added 1\n removed 4\n dearer 1\n cheaper 2\n otherwise changed 0\n unchanged 0\nThe steepest rise: \+376 \(Andorra\) at \$0\.1510 a minute, from \$0\.0510\.\nThe dearest: \+376/,
    );
    expect(outcome).toMatchObject({ ok: true, value: containing("Nothing was imported, as you asked.") });
    expect(await store.listDecks()).toHaveLength(1);
  });

  test("of the deck that is in force makes no other", async () => {
    await importRates(csv(...goodRows));
    const again = await importRates(csv(...goodRows.toReversed()));
    expect(again).toMatchObject({ ok: true, value: containing("the deck in force says the same") });
    expect(await store.listDecks()).toHaveLength(1);
  });

  test("puts the later import in force although the clock stands still", async () => {
    await importRates(csv(...goodRows));
    await importRates(csv(...goodRows), "--markup", "50");
    expect(await show("+376 812 345")).toMatchObject({ ok: true, value: containing("$0.0765") });
  });

  test("charges a call that was asked for before it by the price it was told", async () => {
    await importRates(csv(...goodRows));
    const toNumber = number("+376 812 345");
    const rates = await openRatesInForce({ store, starterDeck: loadStarterDeck(), logger: operator.logger });
    const rate = rates.findRate({ to: toNumber })?.rate;
    rates.close();
    const accountId = newAccountId();
    await store.openAccount({ id: accountId, nowMs: startMs });
    const payment = { reference: "first", actor: "test", reason: "test", nowMs: startMs };
    await postTopUp(store, { accountId, amountMicros: cents(1_000), ...payment });
    const { call } = await store.createCall(newCall(accountId, { toNumber, ...(rate && { rate }) }));
    await store.authoriseCall({ callId: call.id, parentSid: newCallSid(), maxTimeLimitSeconds: 600, nowMs: startMs });
    await importRates(csv(...goodRows), "--markup", "300");
    const ended = { status: "completed", durationSeconds: 60, atMs: startMs, childSid: newCallSid(), isFinal: true } as const;
    expect(await store.recordFact({ callId: call.id }, ended)).toMatchObject({ rate, chargedMicros: 51_000 });
  });

  test("is to be had from the carrier itself", async () => {
    const destinationPrefixes = ["376"];
    priceList.lines = [
      { where: "Andorra (AD)", description: "Andorra", perMinute: "0.0470", originPrefixes: ["ALL"], destinationPrefixes },
    ];
    expect(await importRates("--from-carrier")).toMatchObject({ ok: true });
    expect(await store.findNewestDeck()).toMatchObject({ rateCount: 1, source: containing("the carrier's pricing API") });
  });

  test("from a carrier that keeps a country to itself changes nothing unless told to skip", async () => {
    const destinationPrefixes = ["376"];
    priceList.lines = [
      { where: "Andorra (AD)", description: "Andorra", perMinute: "0.0470", originPrefixes: [], destinationPrefixes },
    ];
    priceList.missing = [{ where: "France (FR)", why: "the carrier says no" }];
    const outcome = await importRates("--from-carrier");
    expect(outcome).toMatchObject({ ok: false, error: containing("France (FR): the carrier says no") });
    expect(await store.listDecks()).toEqual([]);
    expect(await importRates("--from-carrier", "--skip-bad-rows")).toMatchObject({ ok: true });
  });

  test.each([
    ["12.5", 57_375],
    ["12.5%", 57_375],
    ["0.05", 51_026],
    ["0", 51_000],
  ])("puts a markup of %s percent on both legs", async (markup, perMinuteMicros) => {
    await importRates(csv(...goodRows), "--markup", markup);
    const rates = await store.readDeckRates((await store.findNewestDeck())?.id ?? "");
    expect(rates.find((rate) => rate.destinationPrefix === "376")).toMatchObject({ perMinuteMicros });
  });

  test("of a list that comes to more lines than any carrier has is refused before it fills the memory", async () => {
    const prefixes = Array.from({ length: 1_500 }, (_, index) => String(43_000 + index));
    const line = { where: "Austria (AT)", description: "Austria", perMinute: "0.1" };
    priceList.lines = [{ ...line, originPrefixes: prefixes, destinationPrefixes: prefixes }];
    expect(await importRates("--from-carrier")).toMatchObject({ ok: false, error: containing("more than two million") });
  });

  test.each([
    [["--markup", "-5"], /markup/],
    [["--markup", "twenty"], /--markup twenty is no markup/],
    [["--client-leg", "0,004"], /--client-leg 0,004 is no amount/],
    [["--increment", "0"], /--increment 0 does not fit.*from 1/],
    [["--minimum", "1.5"], /--minimum 1\.5 does not fit/],
    [["--connect=-1"], /--connect -1 is no amount/],
    [["--from-carrier"], /Say where the prices are/],
  ])("with %j is refused with a sentence", async (words, why) => {
    const outcome = await importRates(csv(...goodRows), ...words).catch((error: unknown) => ({
      ok: false,
      error: String(error),
    }));
    expect(outcome).toMatchObject({ ok: false, error: expect.stringMatching(why) as string });
    expect(await store.listDecks()).toEqual([]);
  });

  test.each([
    ["nothing to import", [], /Say where the prices are/],
    ["a file that is not there", ["/nowhere.csv"], /\/nowhere\.csv cannot be read/],
  ])("with %s is refused with a sentence", async (_what, words, why) => {
    expect(await importRates(...words)).toMatchObject({ ok: false, error: expect.stringMatching(why) as string });
  });

  test("of a list without one good row is refused, also when bad rows are skipped", async () => {
    const outcome = await importRates(csv(badRow), "--skip-bad-rows");
    expect(outcome).toMatchObject({ ok: false, error: expect.stringMatching(/^Bad lines: 1\n/) as string });
    expect(outcome).toMatchObject({
      ok: false,
      error: containing("no rate that could be used"),
    });
  });
});

describe("rates list", () => {
  test("names every deck, newest first, and the one in force", async () => {
    expect(await ratesList.run(operator, [])).toMatchObject({
      ok: true,
      value: expect.stringMatching(/^starter-\S+ .*in force$/) as string,
    });
    await importRates(csv(...goodRows));
    await importRates(csv(...goodRows), "--markup", "50");
    const [first, second, last] = (await store.listDecks()).map(({ id }) => id).concat("starter");
    const list = await ratesList.run(operator, []);
    expect(list.ok && list.value.split("\n")).toEqual([
      expect.stringMatching(new RegExp(`^${first}.*in force$`)),
      expect.stringMatching(new RegExp(`^${second}.*markup 0 %$`)),
      expect.stringMatching(new RegExp(`^${last}.*with Ringback$`)),
    ]);
  });
});

describe("rates show", () => {
  test("says what a number costs, by which line, and what is left of it", async () => {
    await importRates(csv(...goodRows), "--markup", "100", "--connect", "0.01", "--minimum", "30");
    const shown = await show("+376 812 345");
    expect(shown.ok && shown.value.replaceAll(/ +/g, " ")).toMatch(
      /^\+376 812 345 Andorra\n line \+376 from anywhere, of deck_\S+\n a minute \$0\.1020\n billed by 1 s, 30 s at least\n to connect \$0\.0100\n the carrier asks \$0\.0510 a minute\n left of a minute \$0\.0510$/,
    );
  });

  test("says when a number would be refused whatever it costs", async () => {
    expect(await show("+1 900 555 0100")).toMatchObject({ ok: true, value: containing("premium-rate") });
  });

  test("refuses what is no number", async () => {
    expect(await show("415")).toMatchObject({ ok: false, error: containing("415 is no number") });
  });
});
