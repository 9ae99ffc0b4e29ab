import { callStatisticsAnswerSchema, callStatisticsQuerySchema, mostPeriods } from "#shared/api/call-statistics.ts";
import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { describeAnswer } from "../http/describe-answer.ts";
import { problem } from "../http/problem.ts";
import { requireAccount, type ReadSession } from "../http/require-account.ts";
import { validate } from "../http/validate.ts";
import { readStatistics, type ReadStatisticsDeps } from "./read-statistics.ts";
import { toCallFilter } from "./to-call-filter.ts";

export interface StatisticsRoutesDeps extends ReadStatisticsDeps {
  readSession: ReadSession;
}

/** `GET /statistics/calls`: what one's own calls come to, of those that a filter lets through. */
export function createStatisticsRoutes(deps: StatisticsRoutesDeps) {
  return new Hono<AppEnv>().get(
    "/statistics/calls",
    describeAnswer("What calls come to: totals, by period, country, status and contact", 200, callStatisticsAnswerSchema),
    requireAccount(deps.readSession),
    validate("query", callStatisticsQuerySchema),
    async (c) => {
      const { by, timeZone, ...filter } = c.req.valid("query");
      const periods = by !== undefined && timeZone !== undefined ? { by, timeZone } : undefined;
      const read = await readStatistics(deps, c.var.signedIn.accountId, { filter: toCallFilter(filter), periods });
      if (read.ok) return c.json(read.value);
      const detail = `That is more than ${mostPeriods} periods. Ask for a shorter range, or for weeks or months.`;
      return problem(c, "bad_request", detail, { issues: [{ path: "by", message: detail }] });
    },
  );
}
