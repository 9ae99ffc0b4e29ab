import { cardIcon, type CardIcon } from "./card-icon.ts";

/** Makes the card's own nodes. Nothing on a card is ever made of HTML text. */
export interface CardElements {
  make: <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string) => HTMLElementTagNameMap[Tag];
  /** A button of which only a press by a person counts. */
  button: (className: string, look: { icon?: CardIcon; label?: string }, onPress: () => void) => HTMLButtonElement;
}

export function createCardElements(page: Document): CardElements {
  const make: CardElements["make"] = (tag, className) => {
    const element = page.createElement(tag);
    element.className = className;
    return element;
  };
  return {
    make,
    button(className, { icon, label }, onPress) {
      const button = make("button", className);
      button.type = "button";
      if (icon) button.append(cardIcon(page, icon));
      const text = make("span", "label");
      button.append(text);
      setText(text, label);
      // A page cannot reach into the closed root, but it can dispatch on what it finds from outside: only a person calls.
      button.addEventListener("click", (event) => event.isTrusted && onPress());
      return button;
    },
  };
}

/** Shows a text in an element, and hides the element when there is none. A text that stays is not written again, so that it is not read out again. */
export function setText(element: HTMLElement, text: string | undefined): void {
  element.hidden = !text;
  if (element.textContent !== (text ?? "")) element.textContent = text ?? "";
}

/** Names a button, and hides it when it has no name. */
export function setLabel(button: HTMLButtonElement, label: string | undefined): void {
  button.hidden = !label;
  const text = button.querySelector<HTMLElement>(".label");
  if (text) setText(text, label);
}
