import { callerIdsAnswerSchema } from "#shared/api/caller-ids.ts";
import { Hono } from "hono";
import type { Carrier } from "../carrier.ts";
import type { AppEnv } from "../http/context.ts";
import { describeAnswer } from "../http/describe-answer.ts";
import { problem } from "../http/problem.ts";
import { requireAccount, type ReadSession } from "../http/require-account.ts";

export interface CallerIdRoutesDeps {
  carrier: Pick<Carrier, "callerIds">;
  readSession: ReadSession;
}

/** `GET /caller-ids`: the numbers that calls may be placed from, the default first. */
export function createCallerIdRoutes({ carrier, readSession }: CallerIdRoutesDeps) {
  return new Hono<AppEnv>().get(
    "/caller-ids",
    describeAnswer("List the numbers that calls may show", 200, callerIdsAnswerSchema),
    requireAccount(readSession),
    async (c) => {
      const callerIds = await carrier.callerIds();
      if (!callerIds.ok) return problem(c, "carrier_unavailable", "The carrier does not answer. Try again in a moment.");
      return c.json({ callerIds: callerIds.value });
    },
  );
}
