import { createStoredItem } from "../platform/stored-item.ts";
import type { StartCall } from "./start-call.ts";

/** A call in the place of another. */
export interface Replacement {
  call: StartCall;
  /** The client key of the call that it would end. The choice is void once another call has taken that one's place. */
  insteadOf: string;
}

/** A call that was asked for while another was on. A person chooses between the two; neither ends or begins by itself. */
export interface SecondCall extends Replacement {
  /** A choice was made about an earlier call, which another has replaced meanwhile: the person is asked anew, about this one. */
  hasMoved: boolean;
}

/** The choice that every face of the call puts to the person, whichever window it was asked for in. */
export const secondCall = createStoredItem<SecondCall | undefined>({
  area: "session",
  key: "secondCall",
  // Emptied whenever the extension is updated: no other version can have written it.
  parse: (stored) => stored as SecondCall | undefined,
});
