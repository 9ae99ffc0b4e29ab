import { randomUUID } from "node:crypto";
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import { pause, type Scheduler } from "../scheduler.ts";
import type { HttpMethod } from "../twiml/verbs.ts";
import type { Attempt, Outcome } from "./attempt.ts";
import { readConnectionOverrides, type ConnectionPolicy, type RetryReason } from "./connection-overrides.ts";

/** A request to an application's webhook. The URL may carry connection overrides in its fragment. */
export interface WebhookRequest {
  url: string;
  method: HttpMethod;
  fields: Readonly<Record<string, string>>;
}

/** Asks an application's webhooks, signed, and as patiently as their URLs say. */
export interface Webhooks {
  send(request: WebhookRequest): Promise<Outcome>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Gives up everything under way. */
  close(): void;
}

/** Twilio does not say how it spaces its retries; it says only that all of them together stay within the total time. */
const firstRetryPauseMs = 100;

export function createWebhooks(options: { authToken: string; attempt: Attempt; scheduler: Scheduler }): Webhooks {
  const { authToken, attempt, scheduler } = options;
  const closing = new AbortController();
  const underWay = new Set<Promise<Outcome>>();

  async function deliver(request: WebhookRequest): Promise<Outcome> {
    const { url, policy } = readConnectionOverrides(request.url);
    const signed = sign({ ...request, url }, authToken);
    const deadlineMs = scheduler.nowMs() + policy.totalTimeoutMs;
    const leftMs = () => Math.max(0, deadlineMs - scheduler.nowMs());
    for (let retries = 0; ; retries += 1) {
      const outcome = await attempt({ ...signed, ...timeouts(policy, leftMs()), signal: closing.signal });
      const reason = retryReasonOf(outcome);
      const mayRetry = retries < policy.retries && reason !== undefined && policy.retryOn.has(reason);
      const pauseMs = firstRetryPauseMs * 2 ** retries;
      if (!mayRetry || leftMs() <= pauseMs || closing.signal.aborted) return outcome;
      await pause(scheduler, { ms: pauseMs, signal: closing.signal });
    }
  }

  return {
    send(request) {
      const delivery = deliver(request).finally(() => underWay.delete(delivery));
      underWay.add(delivery);
      return delivery;
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    close: () => closing.abort(),
  };
}

/** No single wait is longer than what is left of the total. */
function timeouts(policy: ConnectionPolicy, leftMs: number) {
  return {
    connectTimeoutMs: Math.min(policy.connectTimeoutMs, leftMs),
    readTimeoutMs: Math.min(policy.readTimeoutMs, leftMs),
  };
}

function retryReasonOf(outcome: Outcome): RetryReason | undefined {
  switch (outcome.kind) {
    case "not-connected":
      return "ct";
    case "not-read":
      return "rt";
    case "too-large":
      return undefined;
    case "response":
      if (outcome.status >= 500) return "5xx";
      return outcome.status >= 400 ? "4xx" : undefined;
  }
}

/** The retries of one request carry one idempotency token, so that the application can tell them from a new request. */
function sign(request: WebhookRequest, authToken: string) {
  const { method, fields } = request;
  const form = new URLSearchParams(fields).toString();
  const isPost = method === "POST";
  // A GET carries its fields in the URL, and it is the whole URL that is signed then.
  const url = isPost || form === "" ? request.url : `${request.url}${request.url.includes("?") ? "&" : "?"}${form}`;
  const headers: Record<string, string> = {
    "X-Twilio-Signature": getExpectedTwilioSignature(authToken, url, isPost ? fields : {}),
    "I-Twilio-Idempotency-Token": randomUUID(),
    "User-Agent": "TwilioProxy/1.1",
    Accept: "*/*",
    ...(isPost && { "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8" }),
  };
  return { url, method, headers, body: isPost ? form : "" };
}
