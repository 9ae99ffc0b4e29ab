/** What a card can take a person to, when that helps more than calling again. */
export const cardSteps = [
  "open_wallet",
  "change_caller_id",
  "allow_microphone",
  "choose_microphone",
  "sign_in",
  "check_server",
] as const;
export type CardStep = (typeof cardSteps)[number];

/** Why there is no call, in one sentence, and what the card's button does about it. */
export interface CardFailure {
  /** Undefined when the extension is out of the page's reach, which is the one thing that the card itself has to say. */
  message: string | undefined;
  /** Undefined where nothing on the card would help: then the sentence alone stands there. */
  wayOut: CardWayOut | undefined;
}

interface CardWayOut {
  /** `replace_call` ends another call for this one; a person chooses it, and it never happens by itself. */
  step: CardStep | "call_again" | "replace_call";
  /** What the button says. */
  label: string;
}
