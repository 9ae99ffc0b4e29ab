/** A person's pointer over the page, told apart into what concerns numbers. Everything else stays the page's. */
export interface GestureHandlers {
  /** The pointer rests or moves, with no button down. */
  onPoint(event: PointerEvent): void;
  onLeavePage(): void;
  /** A plain click of the primary button: no modifier, no drag, no text selected. May prevent its default. */
  onPlainClick(event: MouseEvent): void;
  onEscape(): void;
  onScroll(scrolled: Node): void;
  onPress(event: PointerEvent): void;
}

const farthestClickPx = 5;

/**
 * Listens on the window before the page does. Only events that a person made count: a page can make up clicks,
 * and must not be able to place calls with them.
 */
export function watchGestures(page: Window, handlers: GestureHandlers, signal: AbortSignal): void {
  const passive = { capture: true, passive: true, signal };
  let pressed: { x: number; y: number } | undefined;
  page.addEventListener("pointermove", (event) => event.isTrusted && event.buttons === 0 && handlers.onPoint(event), passive);
  page.document.documentElement.addEventListener("pointerleave", () => handlers.onLeavePage(), { passive: true, signal });
  page.addEventListener(
    "pointerdown",
    (event) => {
      if (!event.isTrusted) return;
      pressed = { x: event.clientX, y: event.clientY };
      handlers.onPress(event);
    },
    passive,
  );
  page.addEventListener(
    "click",
    (event) => {
      if (event.isTrusted && isPlain(event) && !wasDragged(event, pressed) && !hasSelection(page)) handlers.onPlainClick(event);
    },
    { capture: true, signal },
  );
  page.addEventListener("keydown", (event) => event.key === "Escape" && handlers.onEscape(), passive);
  page.addEventListener("scroll", ({ target }) => target instanceof Node && handlers.onScroll(target), passive);
}

function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;
}

function wasDragged(event: MouseEvent, pressed: { x: number; y: number } | undefined): boolean {
  // A click by keyboard on a focused link has no place on the screen.
  if (!pressed || event.detail === 0) return false;
  return Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > farthestClickPx;
}

function hasSelection(page: Window): boolean {
  return page.getSelection()?.type === "Range";
}
