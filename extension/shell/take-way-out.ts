import { openDashboard, openWelcome } from "./open-page.ts";
import type { WayOut } from "./way-out.ts";

interface Steps {
  onCallAgain: () => void;
  /** Leaves the failed call for the place where the number can be changed. */
  onChangeNumber: () => void;
  onChangeCallerId: () => void;
}

/** Takes a way out of a failure. */
export function takeWayOut(wayOut: WayOut, { onCallAgain, onChangeNumber, onChangeCallerId }: Steps): void {
  switch (wayOut) {
    case "call_again":
      return onCallAgain();
    case "change_number":
      return onChangeNumber();
    case "change_caller_id":
      return onChangeCallerId();
    case "allow_microphone":
      return void openWelcome("microphone");
    case "choose_microphone":
      return void openDashboard("settings", "sound");
    case "sign_in":
      return void openWelcome("connect");
    case "check_server":
      return void openDashboard("settings");
    case "open_wallet":
      return void openDashboard("wallet");
  }
}
