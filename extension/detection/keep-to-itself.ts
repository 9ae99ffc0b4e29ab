const ownEvents = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "click",
  "dblclick",
  "auxclick",
  "contextmenu",
  "touchstart",
  "touchend",
  "keydown",
  "keypress",
  "keyup",
  "beforeinput",
  "input",
  "change",
  "copy",
  "cut",
  "paste",
  "focusin",
  "focusout",
];

/**
 * What is done on the card is none of the page's business: many a page closes its menus and dialogs on any click elsewhere, takes
 * single letters for commands, and pulls the focus back to where it wants it.
 */
export function keepToItself({ host, card }: { host: HTMLElement; card: HTMLElement }, signal: AbortSignal): void {
  for (const type of ownEvents) host.addEventListener(type, (event) => event.stopPropagation(), { signal });
  // Focus stays where the person is working, unless they press into a field.
  card.addEventListener("mousedown", (event) => !(event.target instanceof HTMLInputElement) && event.preventDefault(), {
    signal,
  });
}
