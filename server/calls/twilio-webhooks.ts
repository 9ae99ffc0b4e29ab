import type { CallReason } from "#shared/api/calls.ts";
import type { CallId } from "#shared/ids.ts";
import { Hono, type Context } from "hono";
import type { z } from "zod";
import { limitBody } from "../http/limit-body.ts";
import { problem } from "../http/problem.ts";
import type { Logger } from "../logger.ts";
import { dialTwiml, hangUpTwiml, rejectTwiml, sayTwiml, silentTwiml } from "../twilio/twiml.ts";
import { requireSignature, type WebhookEnv } from "../twilio/webhook-signature.ts";
import { connectCall, type ConnectCallDeps } from "./connect-call.ts";
import { createNetworkTests, type NetworkTests } from "./network-tests.ts";
import { recordDialAction, recordStatus, type RecordStatusDeps } from "./record-status.ts";
import { spokenRefusal } from "./spoken-refusals.ts";
import { dialActionFormSchema, networkTestFormSchema, statusFormSchema, voiceFormSchema } from "./webhook-forms.ts";

export interface TwilioWebhooksDeps {
  store: ConnectCallDeps["store"] & RecordStatusDeps["store"];
  carrier: ConnectCallDeps["carrier"];
  clock: ConnectCallDeps["clock"];
  logger: Pick<Logger, "info" | "warn">;
  publicUrl: string;
  /** Signs webhooks. */
  twilioAuthToken: string;
}

// Long enough for the SDK to have its figures, of which the first come after a second or two.
const networkTestSeconds = 15;

/**
 * What the carrier tells us: `POST /twilio/voice`, `/twilio/status` and `/twilio/dial-action`. Each is answered after the
 * database has committed, so that what was answered is never forgotten; a throw becomes a 5xx, and the carrier sends it again.
 */
export function createTwilioWebhooks(deps: TwilioWebhooksDeps) {
  const { publicUrl, twilioAuthToken: authToken } = deps;
  const networkTests = createNetworkTests(deps);
  return new Hono<WebhookEnv>()
    .use("/twilio/*", limitBody(), requireSignature({ authToken, publicUrl }))
    .post("/twilio/voice", async (c) => {
      const test = networkTestFormSchema.safeParse(c.var.form);
      if (test.success) return testNetwork(c, networkTests, test.data);
      const form = voiceFormSchema.safeParse(c.var.form);
      if (!form.success) return refuseVoice(c, deps, { reason: null, why: "unreadable", fields: fieldsOf(form.error) });
      const { CallSid: parentSid, From: accountId, callId } = form.data;
      const connected = await connectCall(deps, { callId, accountId, parentSid });
      if (!connected.ok) return refuseVoice(c, deps, { callId, ...connected.error });
      const { toNumber, fromNumber, timeLimitSeconds } = connected.value;
      if (timeLimitSeconds === null) throw new Error(`${callId} was authorised without a time limit.`);
      return twiml(c, dialTwiml({ to: toNumber, callerId: fromNumber, timeLimitSeconds, publicUrl }));
    })
    .post("/twilio/status", async (c) => {
      const form = statusFormSchema.safeParse(c.var.form);
      if (!form.success) return refuseForm(c, deps, form.error);
      const call = await recordStatus(deps, form.data);
      if (!call) deps.logger.warn({ callSid: form.data.CallSid }, "status of an unknown call");
      // Not an error to the carrier, even for an unknown call: it would send it again, and it would stay unknown.
      return c.body(null, 204);
    })
    .post("/twilio/dial-action", async (c) => {
      const form = dialActionFormSchema.safeParse(c.var.form);
      if (!form.success) return refuseForm(c, deps, form.error);
      const call = await recordDialAction(deps, form.data);
      if (!call) deps.logger.warn({ callSid: form.data.CallSid }, "dial action of an unknown call");
      return twiml(c, hangUpTwiml());
    });
}

/** A test reaches nobody, holds nothing and ends by itself: it is not a call, and has no row. */
function testNetwork(
  c: Context<WebhookEnv>,
  networkTests: NetworkTests,
  { From: accountId, CallSid: parentSid }: z.output<typeof networkTestFormSchema>,
): Response {
  return twiml(c, networkTests.admit({ accountId, parentSid }) ? silentTwiml(networkTestSeconds) : rejectTwiml());
}

function twiml(c: Context<WebhookEnv>, document: string): Response {
  return c.body(document, 200, { "content-type": "text/xml; charset=utf-8" });
}

/** The caller is on the line, so what is wrong is said to them, not to the carrier. */
function refuseVoice(
  c: Context<WebhookEnv>,
  { logger }: TwilioWebhooksDeps,
  { reason, ...refused }: { reason: CallReason | null; why: string; callId?: CallId; fields?: string[] },
): Response {
  logger.warn(refused, "call not connected");
  return twiml(c, sayTwiml(spokenRefusal(reason)));
}

function refuseForm(c: Context<WebhookEnv>, { logger }: TwilioWebhooksDeps, error: z.ZodError): Response {
  const fields = fieldsOf(error);
  logger.warn({ fields }, "webhook not understood");
  return problem(c, "bad_request", `The form does not fit at ${fields.join(", ")}.`);
}

function fieldsOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => issue.path.join("."));
}
