import type { E164 } from "#shared/phone-number.ts";
import { createApi } from "../platform/api.ts";
import { sessionStore } from "../platform/session-store.ts";
import { formatRate } from "../ui/format-rate.ts";
import type { CardDetails } from "./card-messages.ts";

/** What the server knows of a number: who it is, and what a call costs. */
export async function readCardDetails(number: E164): Promise<CardDetails> {
  const session = await sessionStore.read();
  if (!session)
    return {
      status: "unknown",
      contactName: undefined,
      message: "Open Ringback from the toolbar and connect it to call this number.",
    };
  const api = createApi(session);
  const [contact, rate] = await Promise.all([api.lookupContact({ phone: number }), api.rate({ to: number })]);
  // A contact that cannot be looked up is no reason to hold the price back.
  const contactName = contact.ok ? contact.value.contact?.name : undefined;
  if (!rate.ok) return { status: "unknown", contactName, message: rate.error.message };
  return { status: "known", contactName, rate: { perMinute: formatRate(rate.value.rate), description: rate.value.description } };
}
