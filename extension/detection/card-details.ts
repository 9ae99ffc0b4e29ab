import { i18n } from "#i18n";
import type { Contact } from "#shared/api/contacts.ts";
import type { RateAnswer } from "#shared/api/rates.ts";
import type { E164 } from "#shared/phone-number.ts";
import type { ApiFailure } from "../platform/api-failure.ts";
import { createApi } from "../platform/api.ts";
import { sessionStore } from "../platform/session-store.ts";
import { settingsStore } from "../platform/settings-store.ts";
import { formatRate } from "../ui/format-rate.ts";
import type { CardFailure } from "./card-failure.ts";
import type { CardDetails, CardPrice } from "./card-messages.ts";
import { timeZonesOf } from "./time-zones-of.ts";

/**
 * What is known of a number: who it is and what a call costs, by the person's own server; what time it is there, by a table that
 * came with the extension. It is asked for the one number whose card is open, and for no other.
 */
export async function readCardDetails(number: E164, tellFailure: (failure: ApiFailure) => string): Promise<CardDetails> {
  const [session, { fromNumber, quietHours }] = await Promise.all([sessionStore.read(), settingsStore.read()]);
  const there = { timeZones: timeZonesOf(number), quietHours };
  if (!session)
    return { ...there, contact: undefined, price: { status: "unknown", message: i18n.t("card.notConnected"), wayOut: signIn() } };
  const api = createApi(session);
  const [contact, rate] = await Promise.all([api.lookupContact({ phone: number }), api.rate({ to: number, from: fromNumber })]);
  return {
    ...there,
    // A contact that cannot be looked up is no reason to hold the price back.
    contact: contact.ok && contact.value.contact ? toCardContact(contact.value.contact) : undefined,
    price: rate.ok
      ? toCardPrice(rate.value)
      : { status: "unknown", message: tellFailure(rate.error), wayOut: wayOutOf(rate.error) },
  };
}

function toCardContact({ name, company }: Contact): CardDetails["contact"] {
  return { name, company: company ?? undefined };
}

function toCardPrice({ rate, description, affordableSeconds }: RateAnswer): CardPrice {
  return { status: "known", perMinute: formatRate(rate), description, affordableSeconds };
}

/** The button that helps; for a number without a rate there is none. */
function wayOutOf({ code }: ApiFailure): CardFailure["wayOut"] {
  if (code === "unauthorized") return signIn();
  const isServers = code === "server_unreachable" || code === "unexpected_answer";
  return isServers ? { step: "check_server", label: i18n.t("shell.checkServer") } : undefined;
}

function signIn(): CardFailure["wayOut"] {
  return { step: "sign_in", label: i18n.t("shell.signIn") };
}
