import { carrierStatusSchema } from "#shared/call-status.ts";
import { accountIdSchema, callIdSchema } from "#shared/ids.ts";
import { z } from "zod";

const callSidSchema = z.string().regex(/^CA[0-9a-f]{32}$/);
const wholeSchema = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** A field that Twilio sends empty, or leaves out, when it has nothing to say. */
function orEmpty<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
}

const callerSchema = z
  .string()
  .startsWith("client:")
  .transform((from) => from.slice("client:".length))
  .pipe(accountIdSchema);

/**
 * A browser asks for a call. `From` bears the identity of the access token, which Twilio has checked; `callId` is what the browser passed
 * to `device.connect()`, and nobody has checked it. https://www.twilio.com/docs/voice/twiml#request-parameters
 */
export const voiceFormSchema = z.object({
  CallSid: callSidSchema,
  From: callerSchema,
  callId: callIdSchema,
});

/** A browser asks for a call to nobody, to see how its network does. */
export const networkTestFormSchema = z.object({
  CallSid: callSidSchema,
  From: callerSchema,
  purpose: z.literal("network-test"),
});

/** News of the leg to the other side. https://www.twilio.com/docs/voice/twiml/number#attributes-status-callback */
export const statusFormSchema = z.object({
  CallSid: callSidSchema,
  ParentCallSid: orEmpty(callSidSchema),
  CallStatus: carrierStatusSchema,
  /** RFC 2822, in whole seconds. */
  Timestamp: orEmpty(z.string().transform(Date.parse).pipe(z.number())),
  SequenceNumber: orEmpty(wholeSchema),
  /** Seconds. `Duration` beside it is minutes. */
  CallDuration: orEmpty(wholeSchema),
});

/** How dialling ended. https://www.twilio.com/docs/voice/twiml/dial#action */
export const dialActionFormSchema = z.object({
  CallSid: callSidSchema,
  DialCallStatus: carrierStatusSchema,
  DialCallSid: orEmpty(callSidSchema),
  DialCallDuration: orEmpty(wholeSchema),
});
