import type { CallerId, CallerIdType } from "#shared/api/caller-ids.ts";
import { parsePhoneNumber } from "#shared/phone-number.ts";
import type { TwilioClient } from "./client.ts";

const mostCallerIds = 1_000;

/** The numbers this Twilio account may show: those it rents before those it only verified, each number once. */
export async function readCallerIds(client: TwilioClient): Promise<CallerId[]> {
  const [owned, verified] = await Promise.all([
    client.incomingPhoneNumbers.list({ limit: mostCallerIds }),
    client.outgoingCallerIds.list({ limit: mostCallerIds }),
  ]);
  const callerIds = [
    ...owned.filter(({ capabilities }) => capabilities?.voice).flatMap((number) => toCallerId(number, "owned")),
    ...verified.flatMap((number) => toCallerId(number, "verified")),
  ];
  return callerIds.filter((callerId, index) => callerIds.findIndex(({ number }) => number === callerId.number) === index);
}

/** None for a number that libphonenumber does not know, such as a short code: it could not be shown in a call. */
function toCallerId(
  { phoneNumber, friendlyName }: { phoneNumber: string; friendlyName: string },
  type: CallerIdType,
): CallerId[] {
  const parsed = parsePhoneNumber(phoneNumber);
  return parsed.ok ? [{ number: parsed.value.e164, type, label: friendlyName }] : [];
}
