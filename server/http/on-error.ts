import type { ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Logger } from "../logger.ts";
import type { AppEnv } from "./context.ts";
import { problem } from "./problem.ts";

/** Turns what was thrown, always a bug or a database that is down, into a 500 with the id that the log line bears. */
export function onError(logger: Logger): ErrorHandler<AppEnv> {
  return (error, c) => {
    if (error instanceof HTTPException && error.status < 500)
      return problem(c, "bad_request", error.message || "The request cannot be read.");
    const { requestId } = c.var;
    logger.error({ requestId, ...tellError(error) }, "request failed");
    return problem(c, "internal_error", `Something broke on the server. Its log tells more under ${requestId}.`, { requestId });
  };
}

/** What a log may hold of an error. Drizzle writes the parameters of a failed query, which are people's data, into its message: its cause says enough. */
export function tellError(error: unknown): { error: string; stack?: string | undefined } {
  const cause = error instanceof Error && error.message.startsWith("Failed query:") ? (error.cause ?? error.name) : error;
  return cause instanceof Error ? { error: `${cause.name}: ${cause.message}`, stack: cause.stack } : { error: String(cause) };
}
