import { callFields } from "../callbacks/call-fields.ts";
import type { WebhookRequest } from "../callbacks/webhooks.ts";
import { loadClip } from "../prompts/clips.ts";
import { TwilioError } from "../twilio-error.ts";
import type { Action, DialVerb, GatherVerb, Verb } from "../twiml/verbs.ts";
import type { CallerCall } from "./caller-call.ts";
import { dial, dialFields } from "./dialing.ts";
import type { Exchange } from "./exchange.ts";
import { fetchDocument, resolveUrl } from "./fetch-document.ts";
import { gather } from "./gather.ts";
import { speak } from "./speak.ts";

interface CallRun {
  call: CallerCall;
  exchange: Exchange;
  /** Told to the application with every request of this call. */
  applicationSid: string;
}

/** Where a verb leaves the call: at the verb after it, at another document, or at its end. */
type Next = { kind: "on" } | { kind: "document"; request: WebhookRequest } | { kind: "end" };

const on: Next = { kind: "on" };
const end: Next = { kind: "end" };

/** Follows an application's TwiML from the first document to the end of the call. Whatever goes wrong is said to the caller. */
export async function runCall(run: CallRun, first: WebhookRequest): Promise<void> {
  const { call, exchange } = run;
  try {
    await followDocuments(run, first);
  } catch (error) {
    const twilioError = error instanceof TwilioError ? error : new TwilioError(12400, describe(error));
    exchange.notifications.add({ severity: "error", error: twilioError, callSid: call.sid });
    await sayApplicationError(call);
  }
  call.end();
}

async function followDocuments(run: CallRun, first: WebhookRequest): Promise<void> {
  const { call, exchange } = run;
  let request: WebhookRequest | undefined = first;
  while (request) {
    const { verbs, warnings } = await fetchDocument(exchange.webhooks, request);
    for (const detail of warnings) exchange.notifications.warn({ code: 12200, detail, callSid: call.sid });
    // An action that follows the end of a call is told of it, and its answer comes too late to matter.
    request = call.ended.aborted ? undefined : await followVerbs(run, verbs, request.url);
  }
}

/** The document to go on with, or undefined when the call is over. */
async function followVerbs(run: CallRun, verbs: readonly Verb[], url: string): Promise<WebhookRequest | undefined> {
  for (const verb of verbs) {
    const next = await follow(run, verb, url);
    if (next.kind === "document") return next.request;
    if (next.kind === "end" || run.call.ended.aborted) return undefined;
  }
  return undefined;
}

async function follow(run: CallRun, verb: Verb, documentUrl: string): Promise<Next> {
  const { call, exchange } = run;
  switch (verb.verb) {
    case "Say":
    case "Play":
    case "Pause":
      await speak(verb, { call, documentUrl, exchange, signal: call.ended });
      return on;
    case "Gather":
      return followGather(run, verb, documentUrl);
    case "Dial":
      return followDial(run, verb, documentUrl);
    case "Redirect":
      return goTo(run, { action: verb.action, documentUrl, fields: {} });
    case "Hangup":
      return end;
    case "Reject":
      return reject(call, verb.reason);
  }
}

async function followGather(run: CallRun, verb: GatherVerb, documentUrl: string): Promise<Next> {
  const { call, exchange } = run;
  const { digits, finishedOnKey } = await gather(verb, { call, documentUrl, exchange });
  if (call.ended.aborted) return end;
  if (digits === "" && finishedOnKey === undefined && !verb.actionOnEmptyResult) return on;
  const action = { url: verb.action.url ?? documentUrl, method: verb.action.method };
  return goTo(run, { action, documentUrl, fields: { Digits: digits, FinishedOnKey: finishedOnKey ?? "" } });
}

async function followDial(run: CallRun, verb: DialVerb, documentUrl: string): Promise<Next> {
  const { call, exchange } = run;
  const outcome = await dial({ call, verb, documentUrl, exchange });
  return verb.action ? goTo(run, { action: verb.action, documentUrl, fields: dialFields(outcome) }) : on;
}

function goTo(run: CallRun, to: { action: Action; documentUrl: string; fields: Record<string, string> }): Next {
  const { call, exchange, applicationSid } = run;
  const { action, documentUrl, fields } = to;
  const request = {
    url: resolveUrl(action.url, documentUrl),
    method: action.method,
    fields: { ...callFields(exchange.account.accountSid, call.record), ApplicationSid: applicationSid, ...fields },
  };
  return { kind: "document", request };
}

/** Only a call that has not been answered can be rejected; any other is hung up. */
function reject(call: CallerCall, reason: "rejected" | "busy"): Next {
  if (call.record.status === "ringing") call.end(rejections[reason]);
  return end;
}

const rejections = {
  rejected: { unanswered: "no-answer", error: { code: 31603, message: "Decline" } },
  busy: { unanswered: "busy", error: { code: 31486, message: "Busy Here" } },
} as const;

async function sayApplicationError(call: CallerCall): Promise<void> {
  if (call.ended.aborted) return;
  call.answer();
  await call.play(loadClip("application-error"), { signal: call.ended });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
