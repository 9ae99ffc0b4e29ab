import type { Problem, ProblemCode } from "#shared/api/problem.ts";
import type { Context } from "hono";

const statusAndTitle = {
  bad_request: [400, "The request cannot be read"],
  invalid_number: [422, "Not a valid phone number"],
  unauthorized: [401, "Sign in first"],
  forbidden: [403, "Not allowed"],
  not_found: [404, "Not found"],
  conflict: [409, "Conflict"],
  payload_too_large: [413, "Too large"],
  unsupported_media_type: [415, "Unsupported content type"],
  too_many_requests: [429, "Too many requests"],
  idempotency_mismatch: [422, "The same key came with another body"],
  request_in_flight: [409, "The same request is still being answered"],
  no_rate: [422, "No rate for this destination"],
  insufficient_balance: [402, "The balance is too small"],
  spending_limit: [403, "The account's spending limit is reached"],
  caller_id_not_allowed: [403, "This caller ID may not be shown"],
  destination_blocked: [403, "This destination may not be called"],
  too_many_calls: [409, "Too many calls at once"],
  rate_too_high: [403, "This destination costs more than allowed"],
  contact_exists: [409, "There is a contact with this number"],
  sign_up_closed: [403, "Sign-up is closed"],
  demo_unavailable: [403, "No demo account here"],
  carrier_unavailable: [503, "The carrier does not answer"],
  payments_unavailable: [503, "Money cannot be paid in here at the moment"],
  internal_error: [500, "Something broke here"],
} as const satisfies Record<ProblemCode, readonly [number, string]>;

type ProblemMembers = Omit<Partial<Problem>, "type" | "title" | "status" | "code" | "detail">;

/** Answers with problem+json (RFC 9457). `detail` is one plain sentence that says what is wrong and how to go on. */
export function problem(c: Context, code: ProblemCode, detail: string, members: ProblemMembers = {}): Response {
  const [status, title] = statusAndTitle[code];
  const body: Problem = { type: `urn:ringback:problem:${code}`, title, status, detail, code, ...members };
  return c.body(JSON.stringify(body), status, { "content-type": "application/problem+json" });
}
