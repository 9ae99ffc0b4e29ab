import type { CarrierFailure } from "../carrier.ts";

/** What went wrong, from what Twilio's client throws: its RestException with an HTTP status, or an error of the network. */
export function toCarrierFailure(thrown: unknown): CarrierFailure {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { kind: kindOf(statusOf(thrown)), message };
}

function kindOf(status: number | undefined): CarrierFailure["kind"] {
  if (status === undefined || status >= 500 || status === 429) return "unreachable";
  if (status === 404) return "not_found";
  return status === 401 || status === 403 ? "unauthorized" : "rejected";
}

function statusOf(thrown: unknown): number | undefined {
  return numberAt(thrown, "status");
}

/** Twilio's own number for what went wrong. https://www.twilio.com/docs/api/errors */
export function errorCodeOf(thrown: unknown): number | undefined {
  return numberAt(thrown, "code");
}

function numberAt(thrown: unknown, member: "status" | "code"): number | undefined {
  const value: unknown = thrown instanceof Error && member in thrown ? Reflect.get(thrown, member) : undefined;
  return typeof value === "number" ? value : undefined;
}
