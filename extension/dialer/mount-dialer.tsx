import { mountScreen } from "../shell/mount-screen.tsx";
import { Dialer } from "./dialer.tsx";
import { draftStore } from "./draft.ts";

/** Makes the dialer live, in place of the picture of it. */
export async function mountDialer(): Promise<void> {
  await mountScreen(<Dialer draft={await draftStore.read()} />, { hasMemory: true });
}
