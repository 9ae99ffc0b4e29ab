import type { DomHints } from "./score-number.ts";
import { isAnchor } from "./node-kinds.ts";

const farthestAncestor = 5;
const markedUp = /\b(?:tel|telephone|phone)\b/i;
const contactBlock = /\b(?:vcard|h-card|contact)/i;

/** What the elements around a text say of a number in it. */
export function hintsAround(node: Text): DomHints {
  const around: Element[] = [];
  for (let element = node.parentElement; element && around.length < farthestAncestor; element = element.parentElement)
    around.push(element);
  return { isMarkedUp: around.some(isMarkedUp), isInAddress: around.some(isContactBlock) };
}

function isMarkedUp(element: Element): boolean {
  if (isAnchor(element) && element.protocol === "tel:") return true;
  if (/telephone/i.test(element.getAttribute("itemprop") ?? "")) return true;
  // Only on small elements: a page's body may well be of class "phone".
  return markedUp.test(element.getAttribute("class") ?? "") && (element.textContent?.length ?? 0) <= 64;
}

function isContactBlock(element: Element): boolean {
  return element.localName === "address" || contactBlock.test(element.getAttribute("class") ?? "");
}
