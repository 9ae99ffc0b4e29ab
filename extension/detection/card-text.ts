import { formatDuration } from "../ui/format-duration.ts";
import { initialsOf } from "../ui/initials.ts";
import type { CardFailure } from "./card-failure.ts";
import type { CardState } from "./card-state.ts";

/** The words of a card in one of its states. What is undefined is not shown. */
export interface CardText {
  tone: "offer" | "wait" | "talk" | "over" | "failed";
  /** Two letters in a circle: a person's initials, or the number's country. */
  badge: string;
  title: string;
  subtitle: string;
  status: string | undefined;
  rate: string | undefined;
  /** Where the number is, when its subtitle does not say it. */
  place: string | undefined;
  notice: string | undefined;
  callLabel: string | undefined;
  /** The button of a step that helps more than calling again. */
  stepLabel: string | undefined;
  hangUpLabel: string | undefined;
  extensionLabel: string | undefined;
}

/** What a card says. Pure: the time on the timer is computed from `nowMs`. */
export function cardText(state: CardState, nowMs: number): CardText {
  const base = { ...heading(state), ...quiet };
  switch (state.status) {
    case "offer":
      return {
        ...base,
        tone: "offer",
        rate: rateText(state),
        place: state.details?.contactName && placeOf(state),
        notice: state.details?.status === "unknown" ? state.details.message : undefined,
        callLabel: "Call",
      };
    case "refused":
      return { ...base, ...failureText(state.failure) };
    case "call":
      return { ...base, ...callText(state, nowMs) };
  }
}

const quiet = {
  status: undefined,
  rate: undefined,
  place: undefined,
  notice: undefined,
  callLabel: undefined,
  stepLabel: undefined,
  hangUpLabel: undefined,
  extensionLabel: undefined,
};

function callText(state: Extract<CardState, { status: "call" }>, nowMs: number): Partial<CardText> & { tone: CardText["tone"] } {
  const { call } = state;
  const { extension } = state.number;
  switch (call.status) {
    case "initiating":
      return { tone: "wait", status: "Starting the call…", rate: rateText(state), hangUpLabel: "Cancel" };
    case "calling":
      return { tone: "wait", status: "Ringing…", rate: rateText(state), hangUpLabel: "Hang up" };
    case "answered":
      return {
        tone: "talk",
        status: call.isReconnecting ? "Reconnecting…" : formatDuration((nowMs - call.answeredAtMs) / 1000),
        rate: rateText(state),
        hangUpLabel: "Hang up",
        extensionLabel: extension ? `Dial ext. ${extension}` : undefined,
      };
    case "ended":
      return { tone: "over", status: `Ended after ${formatDuration(call.durationSeconds)}`, callLabel: "Call again" };
    case "failed":
      return failureText(call.failure);
  }
}

function failureText({ message, wayOut }: CardFailure): Partial<CardText> & { tone: CardText["tone"] } {
  const label = wayOut?.step === "call_again" ? { callLabel: wayOut.label } : { stepLabel: wayOut?.label };
  return { tone: "failed", notice: message, ...label };
}

function heading({ number, details }: AboutNumber): Pick<CardText, "badge" | "title" | "subtitle"> {
  const written = number.extension ? `${number.international} ext. ${number.extension}` : number.international;
  const name = details?.contactName;
  if (name) return { badge: initialsOf(name), title: name, subtitle: written };
  return { badge: number.country ?? "+", title: written, subtitle: placeOf({ number, details }) };
}

type AboutNumber = Pick<CardState, "number" | "details">;

function placeOf({ number, details }: AboutNumber): string {
  return details?.status === "known" ? details.rate.description : countryName(number.country);
}

function rateText({ details }: AboutNumber): string | undefined {
  if (!details) return "Looking up the rate…";
  return details.status === "known" ? details.rate.perMinute : undefined;
}

function countryName(country: string | undefined): string {
  return country ? (new Intl.DisplayNames(["en"], { type: "region" }).of(country) ?? country) : "International";
}
