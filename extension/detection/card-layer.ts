/**
 * Where the card has to be put so that it can be pressed beside an element of the page. Nothing outside a modal dialog or of what
 * fills the screen can be pressed, and a press outside a popover closes it: the card goes inside. Anywhere else it is laid above the
 * page from its root.
 */
export function layerOf(element: Element): Element {
  for (let place: Element | null = element; place; place = parentOf(place)) {
    if (place.matches("dialog:modal, :popover-open, :fullscreen")) return place;
  }
  return element.ownerDocument.documentElement;
}

// As it is laid out: into what a slot is in, and out of shadow roots.
function parentOf(element: Element): Element | null {
  const slot = element.assignedSlot;
  if (slot) return slot;
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : element.parentElement;
}
