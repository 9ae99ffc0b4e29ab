import type { CallerId } from "#shared/api/caller-ids.ts";
import type { requestCallSchema } from "#shared/api/calls.ts";
import { whyBlocked, whyShortNumberBlocked } from "#shared/dialing-policy.ts";
import { callIdSchema, type AccountId } from "#shared/ids.ts";
import { parsePhoneNumber, type CountryCode, type E164, type InvalidNumber, type PhoneNumber } from "#shared/phone-number.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { ulid } from "ulid";
import type { z } from "zod";
import type { Carrier } from "../carrier.ts";
import type { Clock } from "../clock.ts";
import type { Blocked } from "../http/blocked-destination.ts";
import { connectDeadlineMs } from "../ledger/check-times.ts";
import type { FindRate, FoundRate } from "../rates/find-rate.ts";
import type { ContactStore } from "../store/contact-store.ts";
import type { CallRow, Store } from "../store/store.ts";
import { checkAccount, type AccountRefused, type CheckAccountDeps } from "./check-account.ts";

export interface RequestCallDeps {
  store: CheckAccountDeps["store"] & Pick<Store, "findCallByClientKey" | "createCall">;
  contacts: Pick<ContactStore, "findContactByNumber" | "touchContact">;
  findRate: FindRate;
  carrier: Pick<Carrier, "callerIds">;
  clock: Clock;
}

export type CallRefused =
  | { code: "idempotency_mismatch" }
  | { code: "invalid_number"; why: InvalidNumber }
  | ({ code: "destination_blocked" } & Blocked)
  | { code: "no_rate"; countryCode: CountryCode | null }
  | { code: "carrier_unavailable" }
  | { code: "caller_id_not_allowed"; asked: E164 | undefined }
  | AccountRefused;

/**
 * Makes the row of a call that the person may place: a valid number that policy lets through, a known rate, a caller ID of
 * their own, money for the first minute within their limits. Nothing is held yet: that happens when the carrier asks to connect.
 */
export async function requestCall(
  deps: RequestCallDeps,
  accountId: AccountId,
  request: z.output<typeof requestCallSchema>,
): Promise<Result<CallRow, CallRefused>> {
  const earlier = await deps.store.findCallByClientKey(accountId, request.clientKey);
  if (earlier) return isFor(earlier, request) ? ok(earlier) : err({ code: "idempotency_mismatch" });
  const destination = checkDestination(request);
  if (!destination.ok) return destination;
  const { e164: to } = destination.value;
  const callerId = await chooseCallerId(deps.carrier, request.fromNumber);
  if (!callerId.ok) return callerId;
  const found = deps.findRate({ to, from: callerId.value.number });
  if (!found) return err({ code: "no_rate", countryCode: destination.value.country ?? null });
  const candidate = { rate: found.rate, countryCode: destination.value.country ?? null };
  const admitted = await checkAccount(deps, accountId, candidate);
  if (!admitted.ok) return admitted;
  return ok(await writeCall(deps, { accountId, request, destination: destination.value, callerId: callerId.value, found }));
}

/** Whether a call was made for this very request. What a key was used for is forgotten with its answer; its call is not. */
function isFor({ toNumber, fromNumber }: CallRow, request: z.output<typeof requestCallSchema>): boolean {
  const number = parsePhoneNumber(request.to, request.region);
  return number.ok && number.value.e164 === toNumber && (request.fromNumber ?? fromNumber) === fromNumber;
}

function checkDestination({ to, region }: { to: string; region?: PhoneNumber["country"] }): Result<PhoneNumber, CallRefused> {
  const number = parsePhoneNumber(to, region);
  // A short number is refused for what it is. Some countries have ordinary numbers as short, and those are valid.
  const blocked = number.ok ? whyBlocked(number.value.e164) : whyShortNumberBlocked(to);
  if (blocked !== undefined) return err({ code: "destination_blocked", blocked });
  return number.ok ? number : err({ code: "invalid_number", why: number.error });
}

async function chooseCallerId(
  carrier: RequestCallDeps["carrier"],
  asked: E164 | undefined,
): Promise<Result<CallerId, CallRefused>> {
  const callerIds = await carrier.callerIds();
  if (!callerIds.ok) return err({ code: "carrier_unavailable" });
  const chosen = asked === undefined ? callerIds.value[0] : callerIds.value.find(({ number }) => number === asked);
  return chosen ? ok(chosen) : err({ code: "caller_id_not_allowed", asked });
}

interface AllowedCall {
  accountId: AccountId;
  request: { clientKey: string };
  destination: PhoneNumber;
  callerId: CallerId;
  found: FoundRate;
}

async function writeCall(
  { store, contacts, clock }: RequestCallDeps,
  { accountId, request, destination, callerId, found }: AllowedCall,
): Promise<CallRow> {
  const nowMs = clock();
  const contact = await contacts.findContactByNumber(accountId, destination.e164);
  if (contact) await contacts.touchContact(contact.id, nowMs);
  const { call } = await store.createCall({
    id: callIdSchema.parse(`call_${ulid(nowMs)}`),
    accountId,
    clientKey: request.clientKey,
    toNumber: destination.e164,
    fromNumber: callerId.number,
    callerIdType: callerId.type,
    countryCode: destination.country ?? null,
    contactId: contact?.id ?? null,
    rate: found.rate,
    createdMs: nowMs,
    checkAfterMs: connectDeadlineMs(nowMs),
  });
  return call;
}
