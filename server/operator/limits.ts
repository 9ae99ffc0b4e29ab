import { formatDollars, type Micros } from "#shared/money.ts";
import { countryName } from "#shared/phone-number.ts";
import { err, ok } from "#shared/result.ts";
import type { AccountSettings } from "../store/store.ts";
import { alignColumns } from "./align-columns.ts";
import { defineCommand } from "./command.ts";
import { findPerson } from "./find-person.ts";
import { readSettings } from "./read-settings.ts";

export const limits = defineCommand({
  name: "limits",
  usage: `EMAIL [--per-day DOLLARS|none] [--per-call DOLLARS|none] [--per-minute DOLLARS]
                              [--calls-at-once N] [--countries US,DE|all] [--low-balance DOLLARS]`,
  summary:
    "What a person's calls may cost and where they may go, and below what they are told that little is left. Sets what is given.",
  options: {
    "per-day": { type: "string" },
    "per-call": { type: "string" },
    "per-minute": { type: "string" },
    "calls-at-once": { type: "string" },
    countries: { type: "string" },
    "low-balance": { type: "string" },
  },
  async run(operator, [email], written) {
    if (!email) return err("Say whose: limits EMAIL.");
    const settings = readSettings(written);
    if (!settings.ok) return settings;
    const person = await findPerson(operator, email);
    if (!person.ok) return person;
    const { accountId, account } = person.value;
    const isChange = Object.keys(settings.value).length > 0;
    const after = isChange ? await operator.store.updateAccount(accountId, settings.value) : account;
    if (!after) return err(`${email} has no wallet. Let them sign in once.`);
    return ok(`The limits of ${person.value.email}:\n${tellSettings(after)}`);
  },
});

function tellSettings(settings: AccountSettings): string {
  const { maxPerDayMicros, maxPerCallMicros, maxPerMinuteMicros, maxConcurrentCalls, countries, lowBalanceMicros } = settings;
  return alignColumns([
    ["  a day of UTC", tellLimit(maxPerDayMicros)],
    ["  a call", tellLimit(maxPerCallMicros)],
    ["  a minute", `${formatDollars(maxPerMinuteMicros, { decimals: 4 })} at most`],
    ["  calls at once", String(maxConcurrentCalls)],
    ["  countries", countries?.map((country) => countryName(country)).join(", ") ?? "all"],
    ["  low balance", lowBalanceMicros > 0 ? `told below ${formatDollars(lowBalanceMicros)}` : "never told"],
  ]);
}

function tellLimit(limit: Micros | null): string {
  return limit === null ? "no limit" : `${formatDollars(limit)} at most`;
}
