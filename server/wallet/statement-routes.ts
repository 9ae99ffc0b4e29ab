import { statementAnswerSchema, statementQuerySchema } from "#shared/api/wallet.ts";
import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { describeAnswer } from "../http/describe-answer.ts";
import { requireAccount, type ReadSession } from "../http/require-account.ts";
import { validate } from "../http/validate.ts";
import type { Store } from "../store/store.ts";
import { readStatement } from "./statement.ts";

export interface StatementRoutesDeps {
  store: Pick<Store, "listTransfers">;
  readSession: ReadSession;
}

/** `GET /user/statement`: what moved in and out of one's own wallet, newest first, with the balance after each. */
export function createStatementRoutes({ store, readSession }: StatementRoutesDeps) {
  return new Hono<AppEnv>().get(
    "/user/statement",
    describeAnswer("What moved in and out of the wallet, newest first", 200, statementAnswerSchema),
    requireAccount(readSession),
    validate("query", statementQuerySchema),
    async (c) => {
      const { cursor, limit } = c.req.valid("query");
      const page = { limit, ...(cursor !== undefined && { cursor }) };
      const { items: lines, nextCursor } = await readStatement(store, c.var.signedIn.accountId, page);
      return c.json({ lines, nextCursor });
    },
  );
}
