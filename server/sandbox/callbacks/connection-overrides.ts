/** What a failed request can be tried again for: an answer of that class, a failure to connect, or one to read. */
const retryReasons = ["4xx", "5xx", "ct", "rt"] as const;
export type RetryReason = (typeof retryReasons)[number];

/** How patiently a webhook is asked. */
export interface ConnectionPolicy {
  connectTimeoutMs: number;
  readTimeoutMs: number;
  totalTimeoutMs: number;
  retries: number;
  retryOn: ReadonlySet<RetryReason>;
}

const longestMs = 15_000;

export const defaultConnectionPolicy: ConnectionPolicy = {
  connectTimeoutMs: 5000,
  readTimeoutMs: longestMs,
  totalTimeoutMs: longestMs,
  retries: 1,
  retryOn: new Set(["ct"]),
};

/**
 * Takes the overrides out of a webhook URL's fragment, "#rc=5&rp=5xx,ct,rt". The fragment is neither sent nor signed.
 * A value out of Twilio's range counts as not said.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export function readConnectionOverrides(urlWithFragment: string): { url: string; policy: ConnectionPolicy } {
  const [url = "", fragment = ""] = urlWithFragment.split("#", 2);
  const overrides = new URLSearchParams(fragment);
  const policy: ConnectionPolicy = {
    connectTimeoutMs: numberIn(overrides, "ct", { min: 100, max: 10_000 }) ?? defaultConnectionPolicy.connectTimeoutMs,
    readTimeoutMs: numberIn(overrides, "rt", { min: 100, max: longestMs }) ?? defaultConnectionPolicy.readTimeoutMs,
    totalTimeoutMs: numberIn(overrides, "tt", { min: 100, max: longestMs }) ?? defaultConnectionPolicy.totalTimeoutMs,
    retries: numberIn(overrides, "rc", { min: 0, max: 5 }) ?? defaultConnectionPolicy.retries,
    retryOn: retryReasonsIn(overrides.get("rp")),
  };
  return { url, policy };
}

function numberIn(overrides: URLSearchParams, key: string, range: { min: number; max: number }): number | undefined {
  const text = overrides.get(key) ?? "";
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= range.min && value <= range.max ? value : undefined;
}

function retryReasonsIn(text: string | null): ReadonlySet<RetryReason> {
  const words = (text ?? "").split(",");
  if (words.includes("all")) return new Set(retryReasons);
  const known = retryReasons.filter((reason) => words.includes(reason));
  return known.length > 0 ? new Set(known) : defaultConnectionPolicy.retryOn;
}
