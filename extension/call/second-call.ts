import { createStoredItem } from "../platform/stored-item.ts";
import type { StartCall } from "./start-call.ts";

/** A call that was asked for while another was on. A person chooses between the two; neither ends or begins by itself. */
export interface SecondCall {
  call: StartCall;
  /** The client key of the call that it would end. The choice is void once that one is over. */
  insteadOf: string;
}

/** The choice that every face of the call puts to the person, whichever window it was asked for in. */
export const secondCall = createStoredItem<SecondCall | undefined>({
  area: "session",
  key: "secondCall",
  // Emptied whenever the extension is updated: no other version can have written it.
  parse: (stored) => stored as SecondCall | undefined,
});
