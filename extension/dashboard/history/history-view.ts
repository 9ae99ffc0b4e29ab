import type { CallFilterQuery } from "#shared/api/call-filter.ts";
import type { CarrierStatus } from "#shared/call-status.ts";
import { contactIdSchema, type ContactId } from "#shared/ids.ts";
import { countryCodeSchema, type CountryCode } from "#shared/phone-number.ts";
import { hashOf } from "../hash-route.ts";

/** A person's words for how calls went, each for some of the carrier's. */
const statusesOf = {
  answered: ["completed"],
  live: ["queued", "initiated", "ringing", "in-progress"],
  busy: ["busy"],
  noAnswer: ["no-answer"],
  cancelled: ["canceled"],
  failed: ["failed"],
} as const satisfies Record<string, readonly CarrierStatus[]>;
export type StatusChoice = keyof typeof statusesOf;
export const statusChoices = Object.keys(statusesOf) as StatusChoice[];

const periodChoices = ["day", "week", "month"] as const;
export type PeriodChoice = (typeof periodChoices)[number];

/** What of the history is shown, and how. Days are the person's own calendar's, both of them included: "2026-03-29". */
export interface HistoryView {
  from: string | undefined;
  to: string | undefined;
  country: CountryCode | "none" | undefined;
  contactId: ContactId | undefined;
  status: StatusChoice | undefined;
  text: string;
  shows: "list" | "analytics";
  /** By which periods the analytics count; undefined: as suits the range. */
  by: PeriodChoice | undefined;
}

/** The view that an address names, so that it can be shared and gone back to. What makes no sense in it is left out. */
export function viewOf(hash: string): HistoryView {
  const said = new URLSearchParams(hash.split("?")[1]);
  const country = said.get("country");
  return {
    from: dayOf(said.get("from")),
    to: dayOf(said.get("to")),
    country: country === "none" ? "none" : countryCodeSchema.safeParse(country).data,
    contactId: contactIdSchema.safeParse(said.get("contact")).data,
    status: statusChoices.find((choice) => choice === said.get("status")),
    text: said.get("text")?.slice(0, 100) ?? "",
    shows: said.get("view") === "analytics" ? "analytics" : "list",
    by: periodChoices.find((choice) => choice === said.get("by")),
  };
}

/** The address of a view. */
export function hashOfView({ from, to, country, contactId, status, text, shows, by }: HistoryView): string {
  const said = new URLSearchParams(
    Object.entries({ from, to, country, contact: contactId, status, text, view: shows === "list" ? "" : shows, by }).flatMap(
      ([name, value]) => (value ? [[name, value]] : []),
    ),
  );
  return said.size === 0 ? hashOf("history") : `${hashOf("history")}?${said.toString()}`;
}

export function isFiltered({ from, to, country, contactId, status, text }: HistoryView): boolean {
  return [from, to, country, contactId, status].some((wanted) => wanted !== undefined) || text.trim() !== "";
}

/** What the server is asked for: moments instead of days, as this machine's calendar has them. */
export function queryOf({ from, to, country, contactId, status, text }: HistoryView): CallFilterQuery {
  return {
    from: from && startOf(from, 0),
    // The last day is meant whole.
    to: to && startOf(to, 1),
    country,
    contactId,
    status: status && statusesOf[status].join(","),
    text: text.trim() || undefined,
  };
}

function dayOf(text: string | null): string | undefined {
  if (text === null || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  return new Date(`${text}T00:00:00Z`).toString() === "Invalid Date" ? undefined : text;
}

function startOf(day: string, daysLater: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}
