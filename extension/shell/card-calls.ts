import { err } from "#shared/result.ts";
import type { CallClient } from "../call/call-client.ts";
import type { CallState, Failure } from "../call/call-state.ts";
import type { CallOnCard } from "../detection/card-call.ts";
import type { CardFailure } from "../detection/card-failure.ts";
import type { CardCalls } from "../detection/card-host.ts";
import { openDashboard } from "./open-page.ts";
import { takeWayOut } from "./take-way-out.ts";
import { wayOutLabels, wayOutOf } from "./way-out.ts";

/** The call as cards on pages use it: what failed comes with the way out that a card can offer. */
export function cardCallsOf(calls: CallClient): CardCalls {
  return {
    async start(call) {
      const started = await calls.start(call);
      return started.ok ? started : err(cardFailureOf(started.error));
    },
    hangUp: calls.hangUp,
    sendDigits: calls.sendDigits,
    readSnapshot: async () => ({ state: onCard((await calls.readSnapshot()).state) }),
    watch: (listener, signal) => calls.watch(({ state }) => listener({ state: onCard(state) }), signal),
    takeStep: (step) =>
      takeWayOut(step, {
        // The card does these two itself: it calls again, and a number is changed where it stands.
        onCallAgain: () => {},
        onChangeNumber: () => {},
        onChangeCallerId: () => void openDashboard("settings"),
      }),
  };
}

function onCard(state: CallState): CallOnCard {
  return state.status === "failed" ? { ...state, failure: cardFailureOf(state.failure) } : state;
}

/** A failure as a card tells it. */
export function cardFailureOf({ code, message }: Failure): CardFailure {
  const step = wayOutOf(code);
  // Another number stands elsewhere on the page: there is nothing to press for it here.
  return { message, wayOut: step === "change_number" ? undefined : { step, label: wayOutLabels[step] } };
}
