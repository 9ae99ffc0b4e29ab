import { rateAnswerSchema, rateQuerySchema, type RateAnswer } from "#shared/api/rates.ts";
import { whyBlocked } from "#shared/dialing-policy.ts";
import { zeroMicros } from "#shared/money.ts";
import { countryName, parsePhoneNumber } from "#shared/phone-number.ts";
import { affordableIncrements, type Rate } from "#shared/price-call.ts";
import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { describeAnswer } from "../http/describe-answer.ts";
import { invalidNumber } from "../http/invalid-number.ts";
import { problem } from "../http/problem.ts";
import { requireAccount, type ReadSession } from "../http/require-account.ts";
import { validate } from "../http/validate.ts";
import { availableMicros } from "../ledger/authorise.ts";
import type { Store } from "../store/store.ts";
import type { FindRate } from "./find-rate.ts";

export interface RateRoutesDeps {
  findRate: FindRate;
  store: Pick<Store, "findAccount">;
  readSession: ReadSession;
}

/** `GET /rates?to=`: what a call costs and how long the balance lasts, before anybody dials. */
export function createRateRoutes({ findRate, store, readSession }: RateRoutesDeps) {
  return new Hono<AppEnv>().get(
    "/rates",
    describeAnswer("What a call to a number costs", 200, rateAnswerSchema),
    requireAccount(readSession),
    validate("query", rateQuerySchema),
    async (c) => {
      const { to, from, region } = c.req.valid("query");
      const number = parsePhoneNumber(to, region);
      if (!number.ok) return invalidNumber(c, number.error);
      const { e164, country } = number.value;
      // What would be refused has no price: the dialer says so before anybody presses "Call".
      const blocked = whyBlocked(e164);
      if (blocked !== undefined) return problem(c, "destination_blocked", blocked);
      const found = findRate({ to: e164, from });
      if (!found) return problem(c, "no_rate", `There is no rate for ${countryName(country)}, so it cannot be called.`);
      const account = await store.findAccount(c.var.signedIn.accountId);
      const available = account ? availableMicros(account) : zeroMicros;
      const { deckId: _deckId, destinationPrefix: _prefix, ...rate } = found.rate;
      const answer: RateAnswer = {
        toNumber: e164,
        countryCode: country ?? null,
        country: countryName(country),
        description: found.description,
        rate,
        availableMicros: available,
        affordableSeconds: affordableSeconds(rate, available),
      };
      return c.json(answer);
    },
  );
}

function affordableSeconds(rate: Rate, availableMicros: RateAnswer["availableMicros"]): number | null {
  const increments = affordableIncrements(rate, availableMicros);
  return Number.isFinite(increments) ? increments * rate.incrementSeconds : null;
}
