import { i18n } from "#i18n";
import type { RateAnswer } from "#shared/api/rates.ts";
import type { E164 } from "#shared/phone-number.ts";
import type { ApiFailure } from "../platform/api-failure.ts";
import { createApi } from "../platform/api.ts";
import { sessionStore } from "../platform/session-store.ts";
import { settingsStore } from "../platform/settings-store.ts";
import { formatRate } from "../ui/format-rate.ts";
import type { CardFailure } from "./card-failure.ts";
import type { CardClock, CardContact, CardPrice } from "./card-messages.ts";
import { timeZonesOf } from "./time-zones-of.ts";

/** What time it is where a number rings, by a table that came with the extension. */
export async function readClock(number: E164): Promise<CardClock> {
  const { quietHours } = await settingsStore.read();
  return { timeZones: timeZonesOf(number), quietHours };
}

/** Who a number is, by the person's own server, which is asked for the one number whose card is open. */
export async function readContact(number: E164): Promise<CardContact | undefined> {
  const session = await sessionStore.read();
  const found = session && (await createApi(session).lookupContact({ phone: number }));
  // A contact that cannot be looked up is no reason for a sentence: the price, which is asked for as well, says what is wrong.
  if (!found?.ok || !found.value.contact) return undefined;
  const { name, company } = found.value.contact;
  return { name, company: company ?? undefined };
}

/** What a call to the number costs, by the same server. */
export async function readPrice(number: E164, tellFailure: (failure: ApiFailure) => string): Promise<CardPrice> {
  const [session, { fromNumber }] = await Promise.all([sessionStore.read(), settingsStore.read()]);
  if (!session) return { status: "unknown", message: i18n.t("card.notConnected"), wayOut: signIn() };
  const rate = await createApi(session).rate({ to: number, from: fromNumber });
  if (rate.ok) return toCardPrice(rate.value);
  return { status: "unknown", message: tellFailure(rate.error), wayOut: wayOutOf(rate.error) };
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
