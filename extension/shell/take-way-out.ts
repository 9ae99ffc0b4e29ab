import { openDashboard, openWelcome } from "./open-page.ts";
import type { WayOut } from "./way-out.ts";

interface Steps {
  onCallAgain: () => void;
  /** Leaves the failed call for the place where number and caller ID can be changed. */
  onMend: () => void;
}

/** Takes a way out of a failure. */
export function takeWayOut(wayOut: WayOut, { onCallAgain, onMend }: Steps): void {
  switch (wayOut) {
    case "call_again":
      return onCallAgain();
    case "change_number":
    case "change_caller_id":
      return onMend();
    case "allow_microphone":
      return void openWelcome("microphone");
    case "sign_in":
      return void openWelcome("connect");
    case "check_server":
      return void openDashboard("settings");
    case "see_balance":
      return void openDashboard("history");
  }
}
