import { lowBalanceSchema } from "#shared/api/limits.ts";
import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { describeAnswer } from "../http/describe-answer.ts";
import { requireAccount, type ReadSession } from "../http/require-account.ts";
import { validate } from "../http/validate.ts";
import type { Store } from "../store/store.ts";

export interface LowBalanceRoutesDeps {
  store: Pick<Store, "updateAccount">;
  readSession: ReadSession;
}

/** `PUT /user/low-balance`: from which balance on one wants to be told. The profile that follows says whether it is so. */
export function createLowBalanceRoutes({ store, readSession }: LowBalanceRoutesDeps) {
  return new Hono<AppEnv>().put(
    "/user/low-balance",
    describeAnswer("Set the balance below which to be told", 200, lowBalanceSchema),
    requireAccount(readSession),
    validate("json", lowBalanceSchema),
    async (c) => {
      const { lowBalanceMicros } = c.req.valid("json");
      const { accountId } = c.var.signedIn;
      const account = await store.updateAccount(accountId, { lowBalanceMicros });
      if (!account) throw new Error(`${accountId} has no wallet.`);
      return c.json({ lowBalanceMicros: account.lowBalanceMicros });
    },
  );
}
