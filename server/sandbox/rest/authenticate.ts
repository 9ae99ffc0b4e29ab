import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { SandboxAccount } from "../legs.ts";
import { RestError } from "./rest-error.ts";

/** Lets in who knows the account's token, or an API key's secret: Basic authentication, as Twilio does it. */
export function authenticate(account: SandboxAccount): MiddlewareHandler {
  const known = [`${account.accountSid}:${account.authToken}`, `${account.apiKeySid}:${account.apiKeySecret}`].map(digest);
  return async (context, next) => {
    const [scheme, encoded = ""] = (context.req.header("authorization") ?? "").split(" ");
    const offered = digest(Buffer.from(encoded, "base64").toString());
    if (scheme !== "Basic" || !known.some((credentials) => timingSafeEqual(credentials, offered))) {
      throw new RestError(401, 20003, "Authenticate");
    }
    await next();
  };
}

/** Credentials of any length are compared in the same time, because it is their digests that are. */
function digest(credentials: string): Buffer {
  return createHash("sha256").update(credentials).digest();
}
