import { isElement } from "./node-kinds.ts";
/** A person's pointer and keys over the page, told apart into what concerns numbers. Everything else stays the page's. */
export interface GestureHandlers {
  /** The pointer rests or moves, with no button down. */
  onPoint(event: PointerEvent): void;
  onLeavePage(): void;
  /** A plain click of the primary button: no modifier, no drag, no text selected. May prevent its default. */
  onPlainClick(event: MouseEvent): void;
  onKey(event: KeyboardEvent): void;
  /** Something of the page was given the focus by keyboard. */
  onKeyboardFocus(element: Element): void;
  onScroll(scrolled: Node): void;
  onResize(): void;
  onPress(event: PointerEvent): void;
  /** The page is left; it may sleep in the browser's memory until somebody comes back to it. */
  onLeave(): void;
}

const farthestClickPx = 5;

interface Press {
  x: number;
  y: number;
  /** Then the click takes the selection back, and means nothing else. */
  hadSelection: boolean;
}

/**
 * Listens on the window before the page does. Only events that a person made count: a page can make up clicks,
 * and must not be able to place calls with them.
 */
export function watchGestures(page: Window, handlers: GestureHandlers, signal: AbortSignal): void {
  const active = { capture: true, signal };
  const passive = { ...active, passive: true };
  let pressed: Press | undefined;
  page.addEventListener("pointermove", (event) => event.isTrusted && event.buttons === 0 && handlers.onPoint(event), passive);
  page.document.documentElement.addEventListener("pointerleave", () => handlers.onLeavePage(), { passive: true, signal });
  page.addEventListener(
    "pointerdown",
    (event) => {
      if (!event.isTrusted) return;
      pressed = { x: event.clientX, y: event.clientY, hadSelection: hasSelection(page) };
      handlers.onPress(event);
    },
    passive,
  );
  page.addEventListener(
    "click",
    (event) => event.isTrusted && isPlain(event) && !isOtherwiseMeant(page, event, pressed) && handlers.onPlainClick(event),
    active,
  );
  page.addEventListener("keydown", (event) => event.isTrusted && handlers.onKey(event), active);
  page.addEventListener(
    "focusin",
    (event) => {
      const [element] = event.composedPath();
      if (event.isTrusted && isElement(element) && element.matches(":focus-visible")) handlers.onKeyboardFocus(element);
    },
    passive,
  );
  page.addEventListener("scroll", ({ target }) => target instanceof Node && handlers.onScroll(target), passive);
  page.addEventListener("resize", () => handlers.onResize(), passive);
  page.addEventListener("pagehide", () => handlers.onLeave(), passive);
}

function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;
}

function isOtherwiseMeant(page: Window, event: MouseEvent, pressed: Press | undefined): boolean {
  // A click by keyboard on a focused link has no place on the screen.
  if (!pressed || event.detail === 0) return false;
  const wasDragged = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > farthestClickPx;
  return wasDragged || pressed.hadSelection || hasSelection(page);
}

function hasSelection(page: Window): boolean {
  return page.getSelection()?.type === "Range";
}
