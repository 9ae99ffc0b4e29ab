import { i18n } from "#i18n";
import type { FailureCode } from "../call/call-state.ts";

/** What a person can do about a failure. Each screen knows how to do each of these. */
export type WayOut =
  | "call_again"
  | "change_number"
  | "change_caller_id"
  | "allow_microphone"
  | "choose_microphone"
  | "sign_in"
  | "check_server"
  | "open_wallet";

/** The most helpful next step for each failure. */
export function wayOutOf(code: FailureCode): WayOut {
  switch (code) {
    case "busy":
    case "no_answer":
    case "canceled":
    case "rejected":
    case "connection_lost":
    case "call_in_progress":
    case "unexpected_answer":
    case "extension_failed":
    case "sdk_error":
    case "media_failed":
    case "browser_ended":
    case "carrier_refused_token":
    case "carrier_misconfigured":
    case "carrier_too_busy":
    case "never_connected":
    case "carrier_error":
    case "carrier_unavailable":
    case "too_many_calls":
    case "too_many_requests":
    case "request_in_flight":
    case "idempotency_mismatch":
    case "conflict":
    case "contact_exists":
    case "internal_error":
      return "call_again";
    case "invalid_number":
    case "no_rate":
    case "destination_blocked":
    case "rate_too_high":
    case "bad_request":
    case "payload_too_large":
    case "unsupported_media_type":
      return "change_number";
    case "caller_id_not_allowed":
      return "change_caller_id";
    case "microphone_denied":
    case "microphone_dismissed":
    case "microphone_blocked":
      return "allow_microphone";
    case "microphone_missing":
    case "microphone_busy":
      return "choose_microphone";
    case "unauthorized":
    case "not_connected":
    case "forbidden":
    case "sign_up_closed":
    case "demo_unavailable":
      return "sign_in";
    case "server_unreachable":
    case "not_found":
      return "check_server";
    case "insufficient_balance":
    case "spending_limit":
    case "payments_unavailable":
      return "open_wallet";
  }
}

/** What the button of each way out says. */
export const wayOutLabels: Record<WayOut, string> = {
  call_again: i18n.t("shell.wayOut.callAgain"),
  change_number: i18n.t("shell.wayOut.changeNumber"),
  change_caller_id: i18n.t("shell.wayOut.changeCallerId"),
  allow_microphone: i18n.t("shell.wayOut.allowMicrophone"),
  choose_microphone: i18n.t("shell.wayOut.chooseMicrophone"),
  sign_in: i18n.t("shell.signIn"),
  check_server: i18n.t("shell.checkServer"),
  open_wallet: i18n.t("shell.wayOut.openWallet"),
};
