import { callIdSchema } from "#shared/ids.ts";
import { e164Schema } from "#shared/phone-number.ts";
import { z } from "zod";
import { createStoredItem } from "../platform/stored-item.ts";
import { isLive, type CallState } from "./call-state.ts";

const rememberedSchema = z.object({ callId: callIdSchema, toNumber: e164Schema, contactName: z.string().nullable() });

/** Enough of a call to say later which one it was. What became of it is the server's to tell. */
export type RememberedCall = z.infer<typeof rememberedSchema>;

function createRemembered(key: string) {
  return createStoredItem<RememberedCall | undefined>({
    // The browser may be killed at any moment, and `storage.session` ends with it.
    area: "local",
    key,
    parse: (stored) => rememberedSchema.safeParse(stored).data,
  });
}

/** The call that is on. */
const liveCall = createRemembered("liveCall");

/** The last call that ended with its browser, until the person has been told. */
export const interruptedCall = createRemembered("interruptedCall");

/** Remembers the call that is on, and forgets it when it is over. */
export async function rememberLiveCall(state: CallState): Promise<void> {
  const remembered = await liveCall.read();
  const call = state.status !== "idle" && state.status !== "requesting" && isLive(state) ? state.call : undefined;
  if (remembered?.callId === call?.id) return;
  await liveCall.write(call && { callId: call.id, toNumber: call.toNumber, contactName: call.contactName });
}

/** Called where no call is on: one that is remembered all the same ended with the browser, or with this extension. */
export async function findInterruptedCall(): Promise<void> {
  const remembered = await liveCall.read();
  if (!remembered) return;
  await interruptedCall.write(remembered);
  await liveCall.write(undefined);
}
