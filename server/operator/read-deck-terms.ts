import { parseDollars, type Micros } from "#shared/money.ts";
import { err, ok, type Result } from "#shared/result.ts";
import type { DeckTerms } from "../rates/deck-terms.ts";

/** The options of an import, as they were written. */
export interface WrittenTerms {
  markup?: string | undefined;
  "markup-per-minute"?: string | undefined;
  "client-leg"?: string | undefined;
  increment?: string | undefined;
  minimum?: string | undefined;
  connect?: string | undefined;
}

const mostMarkupPercent = 10_000;
const mostSeconds = 3_600;
const mostDollars = 1_000_000_000;

/** Reads what is to be made of a carrier's prices; what is not written stays as in `usual`. The failure names the option. */
export function readDeckTerms(written: WrittenTerms, usual: DeckTerms): Result<DeckTerms, string> {
  const clientLeg = readDollars(written, "client-leg", usual.clientLegPerMinuteMicros);
  if (!clientLeg.ok) return clientLeg;
  const markup = readPercent(written.markup, usual.markupBasisPoints);
  if (!markup.ok) return markup;
  const markupPerMinute = readDollars(written, "markup-per-minute", usual.markupPerMinuteMicros);
  if (!markupPerMinute.ok) return markupPerMinute;
  const increment = readSeconds(written, "increment", { usual: usual.incrementSeconds, least: 1 });
  if (!increment.ok) return increment;
  const minimum = readSeconds(written, "minimum", { usual: usual.minimumSeconds, least: 0 });
  if (!minimum.ok) return minimum;
  const connect = readDollars(written, "connect", usual.connectMicros);
  if (!connect.ok) return connect;
  return ok({
    clientLegPerMinuteMicros: clientLeg.value,
    markupBasisPoints: markup.value,
    markupPerMinuteMicros: markupPerMinute.value,
    incrementSeconds: increment.value,
    minimumSeconds: minimum.value,
    connectMicros: connect.value,
  });
}

function readDollars(
  written: WrittenTerms,
  option: "client-leg" | "markup-per-minute" | "connect",
  usual: Micros,
): Result<Micros, string> {
  const text = written[option];
  if (text === undefined) return ok(usual);
  const amount = parseDollars(text);
  if (amount !== undefined && amount >= 0 && amount <= mostDollars) return ok(amount);
  return err(`--${option} ${text} is no amount. Write dollars such as 0.0040.`);
}

/** Exact to a hundredth of a percent. */
function readPercent(text: string | undefined, usual: number): Result<number, string> {
  if (text === undefined) return ok(usual);
  const match = /^(\d{1,5})(?:\.(\d{1,2}))?%?$/.exec(text.trim());
  const [, whole = "", fraction = ""] = match ?? [];
  if (match && Number(whole) <= mostMarkupPercent) return ok(Number(whole) * 100 + Number(fraction.padEnd(2, "0")));
  return err(`--markup ${text} is no markup. Write percent such as 20 or 12.5, ${mostMarkupPercent} at most.`);
}

function readSeconds(
  written: WrittenTerms,
  option: "increment" | "minimum",
  { usual, least }: { usual: number; least: number },
): Result<number, string> {
  const text = written[option];
  if (text === undefined) return ok(usual);
  const seconds = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (seconds >= least && seconds <= mostSeconds) return ok(seconds);
  return err(`--${option} ${text} does not fit. Write seconds from ${least} to ${mostSeconds}.`);
}
