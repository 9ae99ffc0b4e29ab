import { setLabel, type CardElements } from "./card-elements.ts";
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
  const copy = button("quiet tool", { icon: "copy", label: "Copy" }, () => {
    void actions.onCopy().then((isCopied) => setLabel(copy, isCopied ? "Copied" : "Not allowed here"));
  });
  copy.setAttribute("aria-live", "polite");
  const addContact = button("quiet tool", { icon: "person", label: "Add contact" }, actions.onAddContact);
  const more = button("quiet tool", { icon: "more", label: "More" }, () => unfold(folded.hidden === true));
  more.setAttribute("aria-controls", "more");
  row.append(copy, addContact, more);
  const folded = make("div", "folded");
  folded.id = "more";
  const privacy = make("p", "privacy");
  privacy.textContent = "Your own server was asked about this number, and about nothing else of this page.";
  folded.append(
    button("quiet tool", { label: "Not a phone number" }, actions.onNotNumber),
    button("quiet tool", { label: "Not on this site" }, actions.onLeaveSite),
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
    setLabel(copy, "Copy");
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
