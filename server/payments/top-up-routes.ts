import { topUpAnswerSchema, topUpSchema } from "#shared/api/wallet.ts";
import { Hono, type Context } from "hono";
import type { AppEnv } from "../http/context.ts";
import { describeAnswer } from "../http/describe-answer.ts";
import { problem } from "../http/problem.ts";
import { requireAccount, type ReadSession } from "../http/require-account.ts";
import { validate } from "../http/validate.ts";
import type { Logger } from "../logger.ts";
import type { CheckoutFailure, PaymentProvider } from "./payment-provider.ts";
import { returnPaths } from "./return-pages.ts";

export interface TopUpRoutesDeps {
  /** Undefined where nobody takes cards for this server. */
  paymentProvider: Pick<PaymentProvider, "openCheckout"> | undefined;
  publicUrl: string;
  readSession: ReadSession;
  logger: Pick<Logger, "error">;
}

/**
 * `POST /user/top-ups`: a page of the payment provider on which to pay by card. The money is in the wallet when the provider says
 * so by its webhook, and not because anybody came back from the page.
 */
export function createTopUpRoutes({ paymentProvider, publicUrl, readSession, logger }: TopUpRoutesDeps) {
  return new Hono<AppEnv>().post(
    "/user/top-ups",
    describeAnswer("Ask for a page to pay on by card", 201, topUpAnswerSchema),
    requireAccount(readSession),
    validate("json", topUpSchema),
    async (c) => {
      if (!paymentProvider)
        return problem(c, "payments_unavailable", "This server takes no cards. Ask whoever runs it to top up your balance.");
      const { accountId, email, isDemo } = c.var.signedIn;
      if (isDemo) return problem(c, "forbidden", "A demo account has play money, which cannot be paid for.");
      const { amountMicros, key } = c.req.valid("json");
      const urls = { paidUrl: `${publicUrl}${returnPaths.paid}`, leftUrl: `${publicUrl}${returnPaths.left}` };
      const opened = await paymentProvider.openCheckout({ accountId, email, amountMicros, key, ...urls });
      if (!opened.ok) return refuse(c, opened.error, logger);
      return c.json({ checkoutUrl: opened.value.url }, 201);
    },
  );
}

function refuse(c: Context<AppEnv>, failure: CheckoutFailure, logger: TopUpRoutesDeps["logger"]): Response {
  switch (failure.kind) {
    case "mismatch":
      return problem(c, "idempotency_mismatch", "This key was used for another amount. Make a new key for a new top-up.");
    case "in_flight":
      return problem(c, "request_in_flight", "The same request is still being answered. Ask again in a moment.");
    case "unavailable":
      logger.error({ message: failure.message }, "the payment provider opened no page to pay on");
      return problem(
        c,
        "payments_unavailable",
        "The payment provider does not answer. Nothing was charged. Try again in a moment.",
      );
  }
}
