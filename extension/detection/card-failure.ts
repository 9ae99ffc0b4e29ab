/** What a card can take a person to, when that helps more than calling again. */
export const cardSteps = ["open_wallet", "change_caller_id", "allow_microphone", "sign_in", "check_server"] as const;
export type CardStep = (typeof cardSteps)[number];

/** Why there is no call, in one sentence, and what the card's button does about it. */
export interface CardFailure {
  message: string;
  /** Undefined where nothing on the card would help: then the sentence alone stands there. */
  wayOut: CardWayOut | undefined;
}

interface CardWayOut {
  /** `replace_call` ends another call for this one; a person chooses it, and it never happens by itself. */
  step: CardStep | "call_again" | "replace_call";
  /** What the button says. */
  label: string;
}
