import { pino } from "pino";
import { afterEach, describe, expect, test, vi } from "vitest";
import { number } from "../store/contract/fixture.ts";
import type { DeckRate } from "../store/rate-store.ts";
import { openRatesInForce } from "./rates-in-force.ts";
import { deckRate } from "./testing/deck-rate.ts";
import { createDeckStore } from "./testing/stored-decks.ts";

const to = number("+43 1 5123456");
const starterDeck = { id: "starter", rates: [deckRate("43")] };
const austria = [deckRate("43"), deckRate("436")];

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

async function open(decks: ReturnType<typeof createDeckStore>) {
  const logged: string[] = [];
  const logger = pino({ level: "info" }, { write: (line: string) => logged.push(line) });
  const rates = await openRatesInForce({ store: decks.store, starterDeck, logger, retryMs: 1 });
  stops.push(() => rates.close());
  return { rates, logged, deckInForce: () => rates.findRate({ to })?.rate.deckId };
}

describe("the rates in force", () => {
  test("are the starter deck's until a deck is imported", async () => {
    const { deckInForce } = await open(createDeckStore());
    expect(deckInForce()).toBe("starter");
  });

  test("are those of the newest deck after a start", async () => {
    const decks = createDeckStore();
    decks.add("older", austria);
    decks.add("newer", austria);
    expect((await open(decks)).deckInForce()).toBe("newer");
  });

  test("follow an import by another process, without a start", async () => {
    const decks = createDeckStore();
    const { deckInForce } = await open(decks);
    decks.add("imported", austria);
    decks.hint();
    await vi.waitFor(() => expect(deckInForce()).toBe("imported"));
  });

  test("follow what was imported while the server started", async () => {
    const decks = createDeckStore();
    const listed = await decks.store.listDecks();
    vi.spyOn(decks.store, "listDecks").mockImplementation(async () => {
      decks.add("meanwhile", austria);
      return listed;
    });
    const { deckInForce } = await open(decks);
    await vi.waitFor(() => expect(deckInForce()).toBe("meanwhile"));
  });

  test("are read once, however many hints there are about other things", async () => {
    const decks = createDeckStore();
    decks.add("only", austria);
    const reads = vi.spyOn(decks.store, "readDeckRates");
    const looks = vi.spyOn(decks.store, "findNewestDeck");
    await open(decks);
    await vi.waitFor(() => expect(looks).toHaveBeenCalledTimes(1));
    for (let count = 0; count < 5; count += 1) decks.hint();
    await vi.waitFor(() => expect(looks.mock.calls.length).toBeGreaterThan(1));
    expect(reads).toHaveBeenCalledTimes(1);
  });

  test.each<[string, DeckRate[], number?]>([
    ["cut short", austria, 3],
    ["empty", []],
    ["with a price below zero", [deckRate("43", { perMinuteMicros: -1 as DeckRate["perMinuteMicros"] })]],
    ["with an increment of nothing", [deckRate("43", { incrementSeconds: 0 })]],
    ["with a prefix that is none", [deckRate("0043")]],
    ["with an origin that is none", [deckRate("43", { originPrefix: "+1" })]],
  ])("never become those of a deck %s: the one before stays, and the log says so", async (_what, rates, rateCount) => {
    const decks = createDeckStore();
    decks.add("whole", austria);
    const { deckInForce, logged } = await open(decks);
    decks.add("broken", rates, rateCount);
    decks.hint();
    await vi.waitFor(() => expect(logged.join("")).toMatch(/"deckId":"broken".*not put in force/));
    expect(deckInForce()).toBe("whole");
    const looks = vi.spyOn(decks.store, "findNewestDeck");
    decks.hint();
    await vi.waitFor(() => expect(looks).toHaveBeenCalledTimes(1));
    decks.add("mended", austria);
    decks.hint();
    await vi.waitFor(() => expect(deckInForce()).toBe("mended"));
    expect(logged.filter((line) => line.includes("not put in force"))).toHaveLength(1);
  });

  test("are those of the newest deck that is whole after a start", async () => {
    const decks = createDeckStore();
    decks.add("whole", austria);
    decks.add("broken", austria, 7);
    const { deckInForce, logged } = await open(decks);
    expect(deckInForce()).toBe("whole");
    decks.add("mended", austria);
    decks.hint();
    await vi.waitFor(() => expect(deckInForce()).toBe("mended"));
    expect(logged.filter((line) => line.includes("not put in force"))).toHaveLength(1);
  });

  test("stay when the database fails, and follow once it answers again", async () => {
    const decks = createDeckStore();
    const { deckInForce, logged } = await open(decks);
    decks.add("imported", austria);
    decks.failWith(new Error("The disk is on fire."));
    decks.hint();
    await vi.waitFor(() => expect(logged.join("")).toContain("The disk is on fire."));
    expect(deckInForce()).toBe("starter");
    decks.failWith(undefined);
    await vi.waitFor(() => expect(deckInForce()).toBe("imported"));
  });

  test("no longer listen once closed", async () => {
    const decks = createDeckStore();
    const { rates } = await open(decks);
    rates.close();
    expect(decks.listeners.size).toBe(0);
  });
});
