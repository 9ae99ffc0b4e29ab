import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AppEnv } from "./context.ts";
import { problem } from "./problem.ts";

// The largest thing anybody sends is a carrier's form of some two kilobytes.
const maxBodyBytes = 64 * 1024;

/**
 * Refuses a larger body before it is read. Where its length is told, the header decides and the body is left alone: to look at it
 * would make it a web stream, which costs more than all else a webhook does here. Node lets no more bytes through than were
 * told. A body whose length is not told is counted as it comes.
 */
export function limitBody(): MiddlewareHandler<AppEnv> {
  const count = bodyLimit({ maxSize: maxBodyBytes, onError: tooLarge });
  return async (c, next) => {
    const lengthBytes = c.req.header("content-length");
    if (lengthBytes === undefined || c.req.header("transfer-encoding") !== undefined) return count(c, next);
    return Number(lengthBytes) <= maxBodyBytes ? next() : tooLarge(c);
  };
}

function tooLarge(c: Parameters<typeof problem>[0]): Response {
  return problem(c, "payload_too_large", `The body may have ${maxBodyBytes / 1024} KB at most.`);
}
