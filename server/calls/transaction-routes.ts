import {
  listTransactionsQuerySchema,
  listTransactionsAnswerSchema,
  reportTransactionAnswerSchema,
  reportTransactionSchema,
  type CallTransaction,
} from "#shared/api/transactions.ts";
import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { describeAnswer } from "../http/describe-answer.ts";
import { problem } from "../http/problem.ts";
import { requireAccount, type ReadSession } from "../http/require-account.ts";
import { validate } from "../http/validate.ts";
import type { Store } from "../store/store.ts";
import { answerOnce, type AnswerOnceDeps } from "./answer-once.ts";
import { reportTransaction, type ReportTransactionDeps } from "./report-transaction.ts";
import { toTransaction } from "./to-transaction.ts";

export interface TransactionRoutesDeps extends ReportTransactionDeps {
  store: ReportTransactionDeps["store"] & AnswerOnceDeps["store"] & Pick<Store, "listCalls">;
  readSession: ReadSession;
}

/**
 * `GET /user/transactions` lists answered calls that have ended. `POST /user/transactions` is a client's report that one has:
 * asked again it changes nothing, and tells the newest; with an `Idempotency-Key` it tells what it told the first time.
 */
export function createTransactionRoutes(deps: TransactionRoutesDeps) {
  return new Hono<AppEnv>()
    .get(
      "/user/transactions",
      describeAnswer("List answered calls, newest first", 200, listTransactionsAnswerSchema),
      requireAccount(deps.readSession),
      validate("query", listTransactionsQuerySchema),
      async (c) => {
        const { cursor, limit } = c.req.valid("query");
        const page = await deps.store.listCalls(c.var.signedIn.accountId, {
          limit,
          answeredAndEndedOnly: true,
          ...(cursor !== undefined && { cursor }),
        });
        const transactions = page.items
          .map(toTransaction)
          .filter((transaction): transaction is CallTransaction => transaction !== null);
        return c.json({ transactions, nextCursor: page.nextCursor });
      },
    )
    .post(
      "/user/transactions",
      describeAnswer("Report that a call has ended", 200, reportTransactionAnswerSchema),
      requireAccount(deps.readSession),
      validate("json", reportTransactionSchema),
      async (c) => {
        const report = c.req.valid("json");
        const answer = async () => {
          const reported = await reportTransaction(deps, c.var.signedIn.accountId, report);
          if (!reported.ok) return problem(c, "not_found", "You have no call of this id.");
          return c.json({ accepted: true as const, transaction: toTransaction(reported.value) });
        };
        const key = c.req.header("idempotency-key");
        return key === undefined ? answer() : answerOnce(c, deps, { key: `transaction:${key}`, body: report, answer });
      },
    );
}
