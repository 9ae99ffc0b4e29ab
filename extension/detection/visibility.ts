/** Whether an element is laid out and visible. */
export function isVisible(element: Element): boolean {
  return hasBox(element, { visibilityProperty: true });
}

/** Whether a node is laid out, be it invisible: what is not has no place on the page. */
export function isLaidOut(node: Node): boolean {
  const element = elementOf(node);
  return element === null || hasBox(element, {});
}

/** A node itself if it is an element, else the element around it. */
export function elementOf(node: Node): Element | null {
  return node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
}

/** The nearest element around a text, its parent first, that may have a box: `display: contents` has none, though its text is shown. */
export function boxAround(element: Element): Element | undefined {
  let box: Element | null = element;
  while (box && getComputedStyle(box).display === "contents") box = box.parentElement;
  return box ?? undefined;
}

function hasBox(element: Element, options: CheckVisibilityOptions): boolean {
  if (element.checkVisibility(options)) return true;
  const box = boxAround(element);
  return box !== undefined && box !== element && box.checkVisibility(options);
}
