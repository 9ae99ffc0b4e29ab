import type { MiddlewareHandler } from "hono";
import twilio from "twilio";
import type { AppEnv } from "../http/context.ts";
import { problem } from "../http/problem.ts";

export interface WebhookEnv extends AppEnv {
  Variables: AppEnv["Variables"] & {
    /** The webhook's form. A name that came twice has an array, which no schema of ours takes. */
    form: Record<string, string | string[]>;
  };
}

/**
 * Lets through what the carrier signed, and nothing else, before anything is looked up.
 * The signature covers the address, and the address is the one we gave the carrier: what `Host` and forwarded headers say is up
 * to whoever sends them. https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function requireSignature({
  authToken,
  publicUrl,
}: {
  authToken: string;
  publicUrl: string;
}): MiddlewareHandler<WebhookEnv> {
  return async (c, next) => {
    if (!isForm(c.req.header("content-type"))) return problem(c, "unsupported_media_type", "Webhooks come as a form.");
    const form = parseForm(await c.req.text());
    const { pathname, search } = new URL(c.req.url);
    const signature = c.req.header("x-twilio-signature") ?? "";
    if (!twilio.validateRequest(authToken, signature, `${publicUrl}${pathname}${search}`, form)) {
      return problem(
        c,
        "forbidden",
        "The signature is not the carrier's for this address. PUBLIC_URL must be the address it calls.",
      );
    }
    c.set("form", form);
    await next();
  };
}

function isForm(contentType: string | undefined): boolean {
  return contentType?.split(";")[0]?.trim().toLowerCase() === "application/x-www-form-urlencoded";
}

function parseForm(body: string): Record<string, string | string[]> {
  const form = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(body)) {
    const before = form.get(name);
    form.set(name, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(form);
}
