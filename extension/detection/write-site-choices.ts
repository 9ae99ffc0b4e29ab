import type { CountryCode, E164 } from "#shared/phone-number.ts";
import type { Sender } from "../platform/messenger.ts";
import { siteOf } from "./page-site.ts";
import { siteChoicesStore, withCountry, withNotNumber, withoutNotNumber } from "./site-choices.ts";

/** Remembers in which country's national form the sender's site writes. */
export async function chooseCountry(sender: Sender, { country }: { country: CountryCode }): Promise<void> {
  const site = siteOf(sender);
  if (site) await siteChoicesStore.update((all) => withCountry(all, { site, country }));
}

/** Remembers, or takes back, that something on the sender's site is no phone number. */
export async function setNotNumber(sender: Sender, { number, isNumber }: { number: E164; isNumber: boolean }): Promise<void> {
  const site = siteOf(sender);
  if (!site) return;
  const change = isNumber ? withoutNotNumber : withNotNumber;
  await siteChoicesStore.update((all) => change(all, { site, number }));
}
