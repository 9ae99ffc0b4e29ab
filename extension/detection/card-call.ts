import type { CardFailure } from "./card-failure.ts";

interface Dialled {
  dialled: string;
  requestedAtMs: number;
}

/** What a card needs of the call's state; the call's own room has more of it. */
export type CallOnCard =
  | { status: "idle" }
  | ({ status: "requesting" | "pending" | "ringing" } & Dialled)
  | ({ status: "open" | "reconnecting"; answeredAtMs: number } & Dialled)
  | ({ status: "ended"; answeredAtMs: number; endedAtMs: number } & Dialled)
  | ({ status: "failed"; failure: CardFailure } & Dialled);

/** The call as far as a card on a page shows it. */
export type CardCall =
  | { status: "none" }
  | ({ status: "initiating" | "calling" } & CardCallPlace)
  | ({ status: "answered"; answeredAtMs: number; isReconnecting: boolean } & CardCallPlace)
  | ({ status: "ended"; durationSeconds: number } & CardCallPlace)
  | ({ status: "failed"; failure: CardFailure } & CardCallPlace);

interface CardCallPlace {
  /** As it was clicked: a card knows its own call by it. */
  to: string;
  requestedAtMs: number;
}

/** Reduces the call to what a card on a stranger's page may know of it. */
export function toCardCall(state: CallOnCard): CardCall {
  if (state.status === "idle") return { status: "none" };
  const place = { to: state.dialled, requestedAtMs: state.requestedAtMs };
  switch (state.status) {
    case "requesting":
    case "pending":
      return { status: "initiating", ...place };
    case "ringing":
      return { status: "calling", ...place };
    case "open":
    case "reconnecting":
      return { status: "answered", answeredAtMs: state.answeredAtMs, isReconnecting: state.status === "reconnecting", ...place };
    case "ended":
      return { status: "ended", durationSeconds: Math.floor((state.endedAtMs - state.answeredAtMs) / 1000), ...place };
    case "failed":
      return { status: "failed", failure: state.failure, ...place };
  }
}
