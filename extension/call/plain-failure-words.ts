import type { FailureCode } from "./call-state.ts";
import type { FailureWords } from "./failure-words.ts";

const oldVersion: FailureWords = {
  sentence: "The server did not understand the request.",
  cause: "The extension and the server are probably of different versions.",
  wayOut: "Update both, then try again.",
};

const again = "Try again.";
const askOwner = "Ask the owner of the server.";

/** What each code says by itself. */
export const plainFailureWords: Readonly<Record<FailureCode, FailureWords>> = {
  bad_request: oldVersion,
  unsupported_media_type: oldVersion,
  payload_too_large: {
    sentence: "That was more than the server takes.",
    cause: "A text is too long.",
    wayOut: "Shorten it and try again.",
  },
  invalid_number: {
    sentence: "This is not a number that can be called.",
    cause: "It has too many digits or too few, or belongs to no country.",
    wayOut: "Check the digits and the country.",
  },
  unauthorized: {
    sentence: "You are signed out.",
    cause: "Your session has expired or was ended on the server.",
    wayOut: "Sign in again, then call.",
  },
  not_connected: {
    sentence: "Ringback is not connected to a server.",
    cause: "Nobody has signed in from this browser yet.",
    wayOut: "Connect it on the welcome page, then call.",
  },
  forbidden: { sentence: "This account may not do that.", cause: "The server keeps it to others.", wayOut: askOwner },
  not_found: {
    sentence: "The server does not know this.",
    cause: "It was removed meanwhile, or the address is not that of a Ringback server.",
    wayOut: "Check the server's address, then try again.",
  },
  conflict: { sentence: "Something changed meanwhile.", cause: "Somebody else was quicker.", wayOut: again },
  too_many_requests: {
    sentence: "That was too often in too short a time.",
    cause: "The server protects the account against being used up.",
    wayOut: "Wait a minute and try again.",
  },
  idempotency_mismatch: {
    sentence: "The server mixed this up with another request.",
    cause: "Both bore one key.",
    wayOut: again,
  },
  request_in_flight: {
    sentence: "The server is still busy with the same request.",
    cause: "It was asked twice.",
    wayOut: "Wait a moment and try again.",
  },
  no_rate: {
    sentence: "There is no price for this destination.",
    cause: "The server calls only where it knows beforehand what that costs.",
    wayOut: "Ask the owner of the server to add one.",
  },
  insufficient_balance: {
    sentence: "The balance is too small for this call.",
    cause: "At least the first minute must be paid for.",
    wayOut: "Top it up and try again.",
  },
  spending_limit: {
    sentence: "This call would cost more than this account may still spend.",
    cause: "The account has a limit a call or a day.",
    wayOut: "Look at its limits in the wallet, or ask the owner of the server.",
  },
  caller_id_not_allowed: {
    sentence: "This caller ID may not be shown.",
    cause: "It is neither rented from the carrier nor verified with it.",
    wayOut: "Choose another one.",
  },
  destination_blocked: {
    sentence: "This account may not call there.",
    cause: "The server or its owner rules this destination out.",
    wayOut: "Call another number, or ask the owner of the server.",
  },
  too_many_calls: {
    sentence: "Too many calls are running on this account.",
    cause: "They were placed from other browsers, or are just ending.",
    wayOut: "End one and try again.",
  },
  rate_too_high: {
    sentence: "This destination costs more than this account allows.",
    cause: "The account has a limit on the price of a minute.",
    wayOut: "Ask the owner of the server to raise it.",
  },
  contact_exists: {
    sentence: "There is a contact with this number already.",
    cause: "A number belongs to one contact.",
    wayOut: "Open it in the contacts.",
  },
  sign_up_closed: {
    sentence: "This server has its owner.",
    cause: "Only the first who comes can make an account by themselves.",
    wayOut: "Sign in, or ask the owner to let you in.",
  },
  demo_unavailable: {
    sentence: "This server has no demo account.",
    cause: "Only a sandbox on your own machine gives them.",
    wayOut: "Sign in instead.",
  },
  carrier_unavailable: {
    sentence: "The telephone carrier does not answer.",
    cause: "It is down, or a firewall is between it and this computer or the server.",
    wayOut: "Try again in a minute.",
  },
  carrier_refused_token: {
    sentence: "The telephone carrier does not accept this server's token.",
    cause: "The carrier's keys on the server are wrong, or its clock is.",
    wayOut: "Ask the owner to check both.",
  },
  carrier_misconfigured: {
    sentence: "The telephone carrier does not know what to do with the call.",
    cause: "Its account or its TwiML application is not set up for this server.",
    wayOut: "Ask the owner to check both.",
  },
  carrier_too_busy: {
    sentence: "The telephone carrier takes no more calls at the moment.",
    cause: "Too many were placed in too short a time.",
    wayOut: "Wait a minute and try again.",
  },
  carrier_error: {
    sentence: "The telephone carrier could not complete the call.",
    cause: "The number may be out of service, or a network on the way failed.",
    wayOut: "Check the number, or try again in a minute.",
  },
  payments_unavailable: {
    sentence: "No page to pay on can be had right now.",
    cause: "The server takes no cards, or the payment provider does not answer. Nothing was charged.",
    wayOut: "Try again in a minute, or ask the owner of the server.",
  },
  internal_error: {
    sentence: "Something broke on the server.",
    cause: "Its log says what.",
    wayOut: "Try again; if it stays, ask the owner to look at its log.",
  },
  never_connected: {
    sentence: "The call was not put through.",
    cause: "The carrier did not get as far as dialling.",
    wayOut: again,
  },
  busy: { sentence: "The line is busy.", cause: "They are on another call.", wayOut: "Try again later." },
  no_answer: { sentence: "Nobody answered.", cause: "It rang until the carrier gave up.", wayOut: "Try again later." },
  canceled: {
    sentence: "The call was cancelled before anybody answered.",
    cause: "It was hung up while it rang.",
    wayOut: "Call again if that was not meant.",
  },
  rejected: {
    sentence: "The call was declined.",
    cause: "They, or their telephone, turned it down.",
    wayOut: "Try again later.",
  },
  microphone_denied: {
    sentence: "Chrome does not let Ringback use the microphone.",
    cause: "The permission was refused, or never given.",
    wayOut: "Allow it on the welcome page, then call again.",
  },
  microphone_missing: {
    sentence: "No microphone was found.",
    cause: "None is plugged in, or the system has switched it off.",
    wayOut: "Plug one in, then call again.",
  },
  microphone_busy: {
    sentence: "The microphone does not start.",
    cause: "Another program is using it, or the system keeps it back.",
    wayOut: "Close other programs that use it, then call again.",
  },
  server_unreachable: {
    sentence: "The Ringback server cannot be reached.",
    cause: "It does not run, its address is another, or there is no network.",
    wayOut: "Check that it runs and that its address in the settings is right.",
  },
  connection_lost: {
    sentence: "The connection was lost.",
    cause: "The network, or the carrier, was gone for longer than a call lasts without it.",
    wayOut: "Check your network, then call again.",
  },
  media_failed: {
    sentence: "The sound of the call could not be set up.",
    cause: "This browser and the carrier found no way to send sound to each other.",
    wayOut: "Restart the browser, or try another network.",
  },
  browser_ended: {
    sentence: "The browser ended the call.",
    cause: "It was closed, crashed, or took the call's page away.",
    wayOut: "What was talked is in the history; call again if you were not finished.",
  },
  call_in_progress: {
    sentence: "Another call is in progress.",
    cause: "Ringback makes one call at a time.",
    wayOut: "End it first.",
  },
  unexpected_answer: {
    sentence: "The server's answer makes no sense to this version of Ringback.",
    cause: "The address may be another program's, or the server is of another version.",
    wayOut: "Check the server's address, or update both.",
  },
  extension_failed: {
    sentence: "The extension did not answer.",
    cause: "The browser has just updated or stopped a part of it.",
    wayOut: "Try again, or restart the browser.",
  },
  sdk_error: {
    sentence: "The call could not be set up.",
    cause: "The carrier's software in the browser failed.",
    wayOut: "Try again; if it stays, restart the browser.",
  },
};
