import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Clock } from "../clock.ts";
import type { AppEnv } from "../http/context.ts";
import { problem } from "../http/problem.ts";
import type { KeptAnswer, KeyedRequest, Store } from "../store/store.ts";

export interface AnswerOnceDeps {
  store: Pick<Store, "beginRequest" | "keepAnswer" | "releaseRequest">;
  clock: Clock;
}

/**
 * Answers a request that a client may send again under one key: the same body gets the same answer, another body is refused, and
 * one that comes while the first is being answered is told to wait. A failure of the server's own is not kept.
 */
export async function answerOnce<Answer extends Response>(
  c: Context<AppEnv>,
  { store, clock }: AnswerOnceDeps,
  { key, body, answer }: { key: string; body: unknown; answer: () => Promise<Answer> },
): Promise<Answer | Response> {
  const request: KeyedRequest = { accountId: c.var.signedIn.accountId, key, requestHash: hashOf(body) };
  const begun = await store.beginRequest({ ...request, nowMs: clock() });
  switch (begun.kind) {
    case "in_flight":
      return problem(c, "request_in_flight", "The same request is still being answered. Ask again in a moment.");
    case "mismatch":
      return problem(c, "idempotency_mismatch", "This key was used for another request. Make a new key for a new request.");
    case "answered":
      return replay(c, begun.answer);
    case "begun":
      return answerAndKeep(store, request, answer);
  }
}

function hashOf(body: unknown): string {
  return createHash("sha256").update(JSON.stringify(body)).digest("base64url");
}

function replay(c: Context<AppEnv>, { status, contentType, body }: KeptAnswer): Response {
  return c.body(body, status as ContentfulStatusCode, { "content-type": contentType, "idempotency-replayed": "true" });
}

async function answerAndKeep<Answer extends Response>(
  store: AnswerOnceDeps["store"],
  request: KeyedRequest,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  let answered: Answer | undefined;
  try {
    answered = await answer();
    return answered;
  } finally {
    if (answered && answered.status < 500) await store.keepAnswer(request, await toKept(answered));
    else await store.releaseRequest(request);
  }
}

async function toKept(answer: Response): Promise<KeptAnswer> {
  const contentType = answer.headers.get("content-type") ?? "application/json";
  return { status: answer.status, contentType, body: await answer.clone().text() };
}
