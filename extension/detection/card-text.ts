import type { CountryCode } from "#shared/phone-number.ts";
import type { QuietHours } from "../platform/quiet-hours.ts";
import { formatDuration, formatTalkTime } from "../ui/format-duration.ts";
import { formatHour } from "../ui/format-hour.ts";
import { leftToRight } from "../ui/left-to-right.ts";
import { initialsOf } from "../ui/initials.ts";
import type { CardFailure } from "./card-failure.ts";
import type { CardState } from "./card-state.ts";
import { cardWords } from "./card-words.ts";
import { countryName } from "./country-names.ts";
import { countryReasonText, mayChooseCountry } from "./country-reason-text.ts";
import { localTimeOf, type LocalTime } from "./local-time.ts";

/** The words of a card in one of its states. What is undefined is not shown. */
export interface CardText {
  tone: "offer" | "wait" | "talk" | "over" | "failed";
  /** Two letters in a circle: a person's initials, or the number's country. */
  badge: string;
  title: string;
  /** The number, where a person's name stands in its place. */
  subtitle: string | undefined;
  company: string | undefined;
  place: PlaceText | undefined;
  /** What a clock says there. */
  time: string | undefined;
  /** That it is early or late there. */
  quiet: string | undefined;
  notice: string | undefined;
  status: string | undefined;
  rate: string | undefined;
  /** What the rate is for, when that is more than the country: "United Kingdom, mobile". */
  destination: string | undefined;
  talkTime: string | undefined;
  extension: string | undefined;
  callLabel: string | undefined;
  /** The button of a step that helps more than calling again. */
  stepLabel: string | undefined;
  hangUpLabel: string | undefined;
  extensionLabel: string | undefined;
  undoLabel: string | undefined;
  /** Whether there is more to do with the number than to call it. */
  tools: { isContact: boolean } | undefined;
}

/** Where a number is from, and why it is taken to be from there. */
interface PlaceText {
  country: string;
  flag: CountryCode | undefined;
  reason: string;
  isChoosable: boolean;
}

export interface CardTextOptions {
  /** The timer and the clock are computed from it. */
  nowMs: number;
  language: string;
}

/** What a card says. Pure. */
export function cardText(state: CardState, options: CardTextOptions): CardText {
  const base = { ...silence, ...heading(state) };
  switch (state.status) {
    case "offer":
      return { ...base, ...offerText(state, options) };
    case "hindered":
      return { ...base, ...offerText(state, options), notice: messageOf(state.failure) };
    case "refused":
      return { ...base, ...failureText(state.failure) };
    case "misread":
      return { ...base, ...misreadText(state, options) };
    case "dismissed":
      return { ...base, tone: "over", notice: cardWords.notMarkedAnyMore, undoLabel: cardWords.undo };
    case "call":
      return { ...base, ...callText(state, options) };
  }
}

const silence = {
  subtitle: undefined,
  company: undefined,
  place: undefined,
  time: undefined,
  quiet: undefined,
  notice: undefined,
  status: undefined,
  rate: undefined,
  destination: undefined,
  talkTime: undefined,
  extension: undefined,
  callLabel: undefined,
  stepLabel: undefined,
  hangUpLabel: undefined,
  extensionLabel: undefined,
  undoLabel: undefined,
  tools: undefined,
};

type Toned = Partial<CardText> & Pick<CardText, "tone">;
type About = Pick<CardState, "number" | "reason" | "details">;

function heading({ number, details }: About): Pick<CardText, "badge" | "title" | "subtitle" | "company"> {
  const international = leftToRight(number.international);
  const written = number.extension
    ? cardWords.withExtension({ number: international, extension: number.extension })
    : international;
  const contact = details.contact;
  if (contact) return { badge: initialsOf(contact.name), title: contact.name, subtitle: written, company: contact.company };
  return { badge: number.country ?? "+", title: written, subtitle: undefined, company: undefined };
}

function offerText(about: About, options: CardTextOptions): Toned {
  const { number, reason, details } = about;
  const country = countryName(number.country, options.language);
  const price = details.price.status === "known" ? details.price : undefined;
  const unknown = details.price.status === "unknown" ? details.price : undefined;
  return {
    tone: "offer",
    place: { country, flag: number.country, reason: countryReasonText(reason), isChoosable: mayChooseCountry(reason) },
    ...clockText(about, options),
    notice: unknown && messageOf(unknown),
    rate: rateText(about),
    destination: price?.description === country ? undefined : price?.description,
    talkTime: price && talkTimeText(price.affordableSeconds, options.language),
    extension: number.extension && cardWords.thenSends({ digits: leftToRight(number.extension) }),
    callLabel: cardWords.call,
    stepLabel: unknown?.wayOut?.label,
    tools: { isContact: details.contact !== undefined },
  };
}

function clockText({ details }: About, { nowMs, language }: CardTextOptions): Pick<CardText, "time" | "quiet"> {
  const clock = localTimeOf(details.timeZones, { nowMs, language, quietHours: details.quietHours });
  return {
    time: clock && cardWords.timeThere({ time: clock.text }),
    quiet: clock && quietText(clock.quiet, details.quietHours, language),
  };
}

function quietText(quiet: LocalTime["quiet"], hours: QuietHours | "off", language: string): string | undefined {
  if (quiet === "none" || hours === "off") return undefined;
  const between = { from: formatHour(hours.untilHour, language), until: formatHour(hours.fromHour, language) };
  return quiet === "all" ? cardWords.outsideHours(between) : cardWords.partlyOutsideHours(between);
}

function callText(state: Extract<CardState, { status: "call" }>, { nowMs, language }: CardTextOptions): Toned {
  const { call } = state;
  const { extension, country } = state.number;
  const place = { subtitle: heading(state).subtitle ?? countryName(country, language) };
  switch (call.status) {
    case "initiating":
      return { ...place, tone: "wait", status: cardWords.starting, rate: rateText(state), hangUpLabel: cardWords.cancel };
    case "calling":
      return { ...place, tone: "wait", status: cardWords.ringing, rate: rateText(state), hangUpLabel: cardWords.hangUp };
    case "answered":
      return {
        ...place,
        tone: "talk",
        status: call.isReconnecting ? cardWords.reconnecting : formatDuration((nowMs - call.answeredAtMs) / 1000),
        rate: rateText(state),
        hangUpLabel: cardWords.hangUp,
        extensionLabel: extension ? cardWords.dialExtension({ extension: leftToRight(extension) }) : undefined,
      };
    case "ended":
      return {
        ...place,
        tone: "over",
        status: cardWords.endedAfter({ duration: formatDuration(call.durationSeconds) }),
        callLabel: cardWords.callAgain,
      };
    case "failed":
      return { ...place, ...failureText(call.failure) };
  }
}

function failureText({ message, wayOut }: CardFailure): Toned {
  const label = wayOut?.step === "call_again" ? { callLabel: wayOut.label } : { stepLabel: wayOut?.label };
  return { tone: "failed", notice: messageOf({ message }), ...label };
}

function messageOf({ message }: Pick<CardFailure, "message">): string {
  return message ?? cardWords.gone;
}

function misreadText({ written, chosen }: { written: string; chosen: CountryCode }, { language }: CardTextOptions): Toned {
  const country = countryName(chosen, language);
  return {
    tone: "failed",
    notice: cardWords.noSuchNumber({ country }),
    place: { country, flag: chosen, reason: countryReasonText({ from: "choice" }), isChoosable: true },
    badge: chosen,
    title: leftToRight(written),
  };
}

function rateText({ details }: About): string | undefined {
  if (details.price.status === "asked") return cardWords.lookingUpRate;
  return details.price.status === "known" ? details.price.perMinute : undefined;
}

function talkTimeText(affordableSeconds: number | null, language: string): string {
  if (affordableSeconds === null) return cardWords.free;
  if (affordableSeconds === 0) return cardWords.tooLittle;
  return cardWords.upTo({ time: formatTalkTime(affordableSeconds, language) });
}
