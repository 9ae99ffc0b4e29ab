import { rateAnswerSchema, rateQuerySchema, type RateAnswer } from "#shared/api/rates.ts";
import { whyBlocked, whyShortNumberBlocked } from "#shared/dialing-policy.ts";
import { countryName, parsePhoneNumber, type E164 } from "#shared/phone-number.ts";
import type { Rate } from "#shared/price-call.ts";
import { Hono } from "hono";
import type { Carrier } from "../carrier.ts";
import type { Clock } from "../clock.ts";
import { blockedDestination } from "../http/blocked-destination.ts";
import type { AppEnv } from "../http/context.ts";
import { describeAnswer } from "../http/describe-answer.ts";
import { invalidNumber } from "../http/invalid-number.ts";
import { noRate } from "../http/no-rate.ts";
import { rateTooHigh } from "../http/rate-too-high.ts";
import { requireAccount, type ReadSession } from "../http/require-account.ts";
import { validate } from "../http/validate.ts";
import { readKnownCallerIds } from "../known-caller-ids.ts";
import { admitDestination, startOfDayMs } from "../ledger/admit-call.ts";
import { affordableSeconds } from "../ledger/affordable-talk.ts";
import { availableMicros } from "../ledger/authorise.ts";
import type { Account, Store } from "../store/store.ts";
import type { FindRate } from "./find-rate.ts";

export interface RateRoutesDeps {
  findRate: FindRate;
  store: Pick<Store, "findAccount" | "readSpent">;
  carrier: Pick<Carrier, "callerIds">;
  clock: Clock;
  readSession: ReadSession;
}

/**
 * `GET /rates?to=&from=`: what a call costs and how long the balance lasts within the account's limits, before anybody dials. What
 * would be refused for where it goes has no price: the dialer says so before anybody presses "Call".
 */
export function createRateRoutes({ findRate, store, carrier, clock, readSession }: RateRoutesDeps) {
  return new Hono<AppEnv>().get(
    "/rates",
    describeAnswer("What a call to a number costs", 200, rateAnswerSchema),
    requireAccount(readSession),
    validate("query", rateQuerySchema),
    async (c) => {
      const { to, from, region } = c.req.valid("query");
      const number = parsePhoneNumber(to, region);
      const blocked = number.ok ? whyBlocked(number.value.e164) : whyShortNumberBlocked(to);
      if (blocked !== undefined) return blockedDestination(c, { blocked });
      if (!number.ok) return invalidNumber(c, number.error);
      const { e164, country } = number.value;
      const found = findRate({ to: e164, from: from ?? (await defaultCallerId(carrier)) });
      if (!found) return noRate(c, country ?? null);
      const { deckId: _deckId, destinationPrefix: _prefix, ...rate } = found.rate;
      const account = await readAccount(store, c.var.signedIn.accountId);
      const countryCode = country ?? null;
      const admitted = admitDestination({ rate, countryCode }, account);
      if (!admitted.ok) {
        return admitted.error === "rate_too_high"
          ? rateTooHigh(c, { ...rate, ...account })
          : blockedDestination(c, { blocked: "country", countryCode, countries: account.countries ?? [] });
      }
      const answer: RateAnswer = {
        toNumber: e164,
        countryCode,
        country: countryName(country),
        description: found.description,
        rate,
        availableMicros: availableMicros(account),
        affordableSeconds: await readAffordable(rate, account, { store, clock }),
      };
      return c.json(answer);
    },
  );
}

/** The number that a call shows when its caller chooses none. Without it, the price is the one for callers from anywhere. */
async function defaultCallerId(carrier: RateRoutesDeps["carrier"]): Promise<E164 | undefined> {
  return (await readKnownCallerIds(carrier))?.[0]?.number;
}

async function readAccount(store: RateRoutesDeps["store"], accountId: Account["id"]): Promise<Account> {
  const account = await store.findAccount(accountId);
  if (!account) throw new Error(`${accountId} has no wallet.`);
  return account;
}

async function readAffordable(
  rate: Rate,
  account: Account,
  { store, clock }: Pick<RateRoutesDeps, "store" | "clock">,
): Promise<number | null> {
  return affordableSeconds(rate, account, await store.readSpent(account.id, startOfDayMs(clock())));
}
