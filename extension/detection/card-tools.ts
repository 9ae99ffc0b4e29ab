import { setLabel, type CardElements } from "./card-elements.ts";
import { cardWords } from "./card-words.ts";
import type { CardActions, CardPart } from "./card-part.ts";

type ToolActions = Pick<CardActions, "onCopy" | "onAddContact" | "onNotNumber" | "onLeaveSite">;

export interface CardTools extends CardPart {
  /** Forgets what was unfolded and said for the number before. */
  reset(): void;
}

/** What else can be done with a number than to call it. The seldom things are folded away. */
export function createCardTools({ make, button }: CardElements, actions: ToolActions): CardTools {
  const element = make("div", "tools");
  const row = make("div", "tool-row");
  const copy = button("quiet tool", { icon: "copy", label: cardWords.copy }, () => {
    void actions.onCopy().then((isCopied) => setLabel(copy, isCopied ? cardWords.copied : cardWords.copyNotAllowed));
  });
  copy.setAttribute("aria-live", "polite");
  const addContact = button("quiet tool", { icon: "person", label: cardWords.addContact }, actions.onAddContact);
  const more = button("quiet tool", { icon: "more", label: cardWords.more }, () => unfold(folded.hidden === true));
  more.setAttribute("aria-controls", "more");
  row.append(copy, addContact, more);
  const folded = make("div", "folded");
  folded.id = "more";
  const privacy = make("p", "privacy");
  privacy.textContent = cardWords.privacy;
  folded.append(
    button("quiet tool", { label: cardWords.notANumber }, actions.onNotNumber),
    button("quiet tool", { label: cardWords.notOnThisSite }, actions.onLeaveSite),
    privacy,
  );
  element.append(row, folded);
  const unfold = (isOpen: boolean): void => {
    folded.hidden = !isOpen;
    more.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) folded.scrollIntoView({ block: "nearest" });
  };
  const reset = (): void => {
    unfold(false);
    setLabel(copy, cardWords.copy);
  };
  reset();
  return {
    element,
    reset,
    show({ tools }) {
      element.hidden = !tools;
      addContact.hidden = tools?.isContact === true;
    },
  };
}
