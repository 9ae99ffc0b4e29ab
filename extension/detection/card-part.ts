import type { CountryCode } from "#shared/phone-number.ts";
import type { CardText } from "./card-text.ts";

/** A part of a card: made once, filled anew with every state. */
export interface CardPart {
  element: HTMLElement;
  show(text: CardText): void;
}

/** What a person can do on a card. */
export interface CardActions {
  onCall: () => void;
  /** Takes the way out of a failure that is not to call again. */
  onStep: () => void;
  onHangUp: () => void;
  onSendExtension: () => void;
  onClose: () => void;
  onChooseCountry: (country: CountryCode) => void;
  /** Puts the number on the clipboard; false when the page does not let it. */
  onCopy: () => Promise<boolean>;
  onAddContact: () => void;
  onNotNumber: () => void;
  /** Takes back that it is no number. */
  onUndo: () => void;
  onLeaveSite: () => void;
}
