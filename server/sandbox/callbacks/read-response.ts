import { TwilioError } from "../twilio-error.ts";
import type { Outcome } from "./attempt.ts";

export type Response = Extract<Outcome, { kind: "response" }>;

/** The answer of a webhook when it has one with a 2xx status, else the error that Twilio's debugger has for it. */
export function readResponse(
  outcome: Outcome,
  url: string,
): { ok: true; response: Response } | { ok: false; error: TwilioError } {
  switch (outcome.kind) {
    case "not-connected":
      return fail(new TwilioError(11205, `${url} could not be connected to. ${outcome.detail}`));
    case "not-read":
      return fail(new TwilioError(11200, `${url} did not answer. ${outcome.detail}`));
    case "too-large":
      return fail(new TwilioError(11750, `${url}: ${outcome.detail}`));
    case "response":
      if (outcome.status >= 200 && outcome.status < 300) return { ok: true, response: outcome };
      return fail(new TwilioError(11200, `${url} answered with status ${outcome.status}.`));
  }
}

function fail(error: TwilioError) {
  return { ok: false, error } as const;
}
