import type { Mark } from "./mark.ts";
import type { NumberFinder } from "./number-finder.ts";
import { isText } from "./node-kinds.ts";

/** The mark of a `tel:` link as a whole: "Call us", or a picture of a telephone. */
export function markOfTelLink(link: HTMLAnchorElement, finder: NumberFinder): Mark | undefined {
  const number = finder.readTelLink(link.getAttribute("href") ?? "");
  if (!number) return undefined;
  const nodes = textsIn(link);
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) return { number, range: contentsOf(link), nodes: [] };
  return {
    number,
    range: new StaticRange({ startContainer: first, startOffset: 0, endContainer: last, endOffset: last.length }),
    nodes,
  };
}

// There is nothing to paint in a link without text, but it can be pointed at, and be listed.
function contentsOf(link: HTMLAnchorElement): StaticRange {
  return new StaticRange({ startContainer: link, startOffset: 0, endContainer: link, endOffset: link.childNodes.length });
}

function textsIn(link: HTMLAnchorElement): Text[] {
  // NodeFilter.SHOW_TEXT
  const walker = link.ownerDocument.createTreeWalker(link, 0x4);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (isText(node) && node.data.trim() !== "") texts.push(node);
  return texts;
}
