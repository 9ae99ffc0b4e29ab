import { i18n } from "#i18n";
import { tellFailure } from "../call/failure-words.ts";
import { err, type Result } from "#shared/result.ts";
import type { CallClient, StartCall } from "../call/call-client.ts";
import { isLive, type CallState, type Failure } from "../call/call-state.ts";
import type { CallOnCard } from "../detection/card-call.ts";
import type { CardFailure } from "../detection/card-failure.ts";
import type { CardCalls } from "../detection/card-host.ts";
import type { CardStart } from "../detection/card-messages.ts";
import { openContactForm, openDashboard } from "./open-page.ts";
import { takeWayOut } from "./take-way-out.ts";
import { wayOutLabels, wayOutOf } from "./way-out.ts";

/** The call as cards on pages use it: what failed comes with the way out that a card can offer. */
export function cardCallsOf(calls: CallClient): CardCalls {
  return {
    prepare: calls.prepare,
    start: (call) => start(calls, call),
    async replace(call) {
      const { state } = await calls.readSnapshot();
      // What was to be ended may have ended by itself.
      if (state.status === "idle" || !isLive(state)) return start(calls, call);
      return onCardOutcome(await calls.replace({ call: toCall(call), insteadOf: state.clientKey }));
    },
    addContact: openContactForm,
    tellFailure,
    hangUp: calls.hangUp,
    sendDigits: calls.sendDigits,
    readSnapshot: async () => ({ state: onCard((await calls.readSnapshot()).state) }),
    watch: (listener, signal) => calls.watch(({ state }) => listener({ state: onCard(state) }), signal),
    async takeStep(step) {
      takeWayOut(step, {
        // The card does these two itself: it calls again, and a number is changed where it stands.
        onCallAgain: () => {},
        onChangeNumber: () => {},
        onChangeCallerId: () => void openDashboard("settings"),
      });
    },
  };
}

async function start(calls: CallClient, call: CardStart): Promise<Result<undefined, CardFailure>> {
  return onCardOutcome(await calls.start(toCall(call)));
}

function toCall({ to, extension }: CardStart): StartCall {
  return { to, ...(extension && { extension }) };
}

function onCardOutcome(started: Result<undefined, Failure>): Result<undefined, CardFailure> {
  return started.ok ? started : err(cardFailureOf(started.error));
}

function onCard(state: CallState): CallOnCard {
  return state.status === "failed" ? { ...state, failure: cardFailureOf(state.failure) } : state;
}

/** A failure as a card tells it. */
export function cardFailureOf(failure: Failure): CardFailure {
  const { code } = failure;
  const message = tellFailure(failure);
  if (code === "call_in_progress")
    return { message, wayOut: { step: "replace_call", label: i18n.t("shell.wayOut.replaceCall") } };
  const step = wayOutOf(code);
  // Another number stands elsewhere on the page: there is nothing to press for it here.
  return { message, wayOut: step === "change_number" ? undefined : { step, label: wayOutLabels[step] } };
}
