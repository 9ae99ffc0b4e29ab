import { whyBlocked } from "#shared/dialing-policy.ts";
import { formatDollars, subtractMicros, type Micros } from "#shared/money.ts";
import { formatInternational, parsePhoneNumber, type E164 } from "#shared/phone-number.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { blockedSentence } from "../http/blocked-destination.ts";
import { createRateDeck, type DeckAnswer } from "../rates/rate-deck.ts";
import { loadStarterDeck } from "../rates/starter-deck.ts";
import { findUsableDeck } from "../rates/stored-decks.ts";
import { alignColumns } from "./align-columns.ts";
import { defineCommand } from "./command.ts";

export const ratesShow = defineCommand({
  name: "rates show",
  usage: "NUMBER [--from NUMBER]",
  summary: "What a call to a number costs by the deck in force, from anywhere or from a caller ID, and what is left of it.",
  options: { from: { type: "string" } },
  async run({ store }, [written], { from: writtenFrom }) {
    if (written === undefined) return err("Say which number: rates show +14155550100.");
    const to = readNumber(written);
    if (!to.ok) return to;
    const from = writtenFrom === undefined ? undefined : readNumber(writtenFrom);
    if (from && !from.ok) return from;
    const { deck = loadStarterDeck() } = await findUsableDeck(store);
    const found = createRateDeck(deck).findRate({ to: to.value, from: from?.value });
    if (!found)
      return err(`The deck in force (${deck.id}) has no rate for ${formatInternational(to.value)}: it cannot be called.`);
    const blocked = whyBlocked(to.value);
    return ok([tell(to.value, found), ...(blocked === undefined ? [] : [blockedSentence(blocked)])].join("\n"));
  },
});

function readNumber(written: string): Result<E164, string> {
  const number = parsePhoneNumber(written);
  return number.ok ? ok(number.value.e164) : err(`${written} is no number in international form, such as +14155550100.`);
}

function tell(to: E164, { rate, description, originPrefix, costPerMinuteMicros }: DeckAnswer): string {
  const from = originPrefix === "" ? "from anywhere" : `from +${originPrefix}`;
  const { perMinuteMicros, incrementSeconds, minimumSeconds, connectMicros } = rate;
  return alignColumns([
    [formatInternational(to), description],
    ["  line", `+${rate.destinationPrefix} ${from}, of ${rate.deckId}`],
    ["  a minute", dollars(perMinuteMicros)],
    ["  billed by", `${incrementSeconds} s, ${minimumSeconds} s at least`],
    ["  to connect", dollars(connectMicros)],
    ["  the carrier asks", `${dollars(costPerMinuteMicros)} a minute`],
    ["  left of a minute", dollars(subtractMicros(perMinuteMicros, costPerMinuteMicros))],
  ]);
}

function dollars(amount: Micros): string {
  return formatDollars(amount, { decimals: 4 });
}
