// What one script of an extension notes on an element, the other scripts of the extension in that frame can read, and the page cannot.
const mark = Symbol.for("own element");

interface Marked {
  [mark]?: true;
}

/** Notes that an element was added by the extension, so that it is not read as a part of the page. */
export function claimElement(element: Element): void {
  (element as Marked)[mark] = true;
}

/** Whether the extension has added an element to the page. */
export function isOwnElement(element: Element): boolean {
  return (element as Marked)[mark] === true;
}
