import { callFeedbackSchema, callQualityAnswerSchema, callQualitySchema, keptAnswerSchema } from "#shared/api/call-quality.ts";
import { callIdSchema, type AccountId, type CallId } from "#shared/ids.ts";
import { Hono, type Context } from "hono";
import { z } from "zod";
import type { Clock } from "../clock.ts";
import type { AppEnv } from "../http/context.ts";
import { describeAnswer } from "../http/describe-answer.ts";
import { problem } from "../http/problem.ts";
import { requireAccount, type ReadSession } from "../http/require-account.ts";
import { validate } from "../http/validate.ts";
import type { QualityStore } from "../store/quality-store.ts";
import type { Store } from "../store/store.ts";

export interface QualityRoutesDeps {
  store: QualityStore & Pick<Store, "findCall">;
  readSession: ReadSession;
  clock: Clock;
}

const paramSchema = z.object({ id: callIdSchema });

/**
 * How a call sounded: `PUT /calls/:id/quality` tells the browser's figures, `PUT /calls/:id/feedback` the person's word, and
 * `GET /calls/:id/quality` both. What is told first stays, so a client may tell it again until it is answered, however late.
 */
export function createQualityRoutes({ store, readSession, clock }: QualityRoutesDeps) {
  async function owns(accountId: AccountId, callId: CallId): Promise<boolean> {
    return (await store.findCall(callId))?.accountId === accountId;
  }

  return new Hono<AppEnv>()
    .put(
      "/calls/:id/quality",
      describeAnswer("Tell how a call sounded, by its figures", 200, keptAnswerSchema),
      requireAccount(readSession),
      validate("param", paramSchema),
      validate("json", callQualitySchema),
      async (c) => {
        const { id: callId } = c.req.valid("param");
        if (!(await owns(c.var.signedIn.accountId, callId))) return noSuchCall(c);
        return c.json({ kept: await store.addQuality({ callId, quality: c.req.valid("json"), nowMs: clock() }) });
      },
    )
    .put(
      "/calls/:id/feedback",
      describeAnswer("Tell what the person says of a call", 200, keptAnswerSchema),
      requireAccount(readSession),
      validate("param", paramSchema),
      validate("json", callFeedbackSchema),
      async (c) => {
        const { id: callId } = c.req.valid("param");
        if (!(await owns(c.var.signedIn.accountId, callId))) return noSuchCall(c);
        return c.json({ kept: await store.addFeedback({ callId, feedback: c.req.valid("json"), nowMs: clock() }) });
      },
    )
    .get(
      "/calls/:id/quality",
      describeAnswer("How a call sounded", 200, callQualityAnswerSchema),
      requireAccount(readSession),
      validate("param", paramSchema),
      async (c) => {
        const { id: callId } = c.req.valid("param");
        if (!(await owns(c.var.signedIn.accountId, callId))) return noSuchCall(c);
        return c.json(await store.readQuality(callId));
      },
    );
}

function noSuchCall(c: Context<AppEnv>): Response {
  return problem(c, "not_found", "You have no call of this id.");
}
