import type { z } from "zod";
import type { Clock } from "../clock.ts";
import type { CallRow, CarrierFact, Store } from "../store/store.ts";
import type { dialActionFormSchema, statusFormSchema } from "./webhook-forms.ts";

export interface RecordStatusDeps {
  store: Pick<Store, "recordFact">;
  clock: Clock;
}

/** Joins a status callback into its call. Undefined for a leg that no call of ours has. */
export async function recordStatus(
  { store, clock }: RecordStatusDeps,
  form: z.output<typeof statusFormSchema>,
): Promise<CallRow | undefined> {
  const { CallSid: childSid, ParentCallSid: parentSid, CallStatus: status } = form;
  const fact: CarrierFact = {
    status,
    durationSeconds: form.CallDuration,
    atMs: form.Timestamp ?? clock(),
    childSid,
    isFinal: false,
  };
  const event = { childSid, sequence: form.SequenceNumber ?? -1, status, receivedMs: clock() };
  return store.recordFact(parentSid === undefined ? { childSid } : { parentSid }, fact, event);
}

/** Joins the outcome of dialling into its call. It says the same as the last status callback, in case that one is lost. */
export async function recordDialAction(
  { store, clock }: RecordStatusDeps,
  form: z.output<typeof dialActionFormSchema>,
): Promise<CallRow | undefined> {
  return store.recordFact(
    { parentSid: form.CallSid },
    {
      status: form.DialCallStatus,
      durationSeconds: form.DialCallDuration,
      atMs: clock(),
      childSid: form.DialCallSid,
      isFinal: false,
    },
  );
}
