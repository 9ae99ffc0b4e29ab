export interface CardKeyHandlers {
  onEscape: () => void;
  /** Tab went past the last thing to press, or before the first. */
  onTabOut: (event: KeyboardEvent) => void;
}

/** The keys of the card itself, while the focus is in it. */
export function watchCardKeys(card: HTMLElement, { onEscape, onTabOut }: CardKeyHandlers, signal: AbortSignal): void {
  card.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape") {
        // Nor is it the page's, whose dialog the card may be in.
        event.preventDefault();
        onEscape();
      } else if (event.key === "Tab" && isAtEdge(card, event)) {
        onTabOut(event);
      }
    },
    { signal },
  );
}

function isAtEdge(card: HTMLElement, { target, shiftKey }: KeyboardEvent): boolean {
  const stops = [...card.querySelectorAll<HTMLElement>("button, input")].filter((element) => element.checkVisibility());
  return target === (shiftKey ? stops[0] : stops.at(-1));
}
