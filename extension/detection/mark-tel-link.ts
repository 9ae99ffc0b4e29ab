import type { NumberFinder } from "./number-finder.ts";
import type { Highlighter } from "./highlighter.ts";

/** Marks a `tel:` link as a whole when its text says no number, such as "Call us". A number in its text is marked as text. */
export function markTelLink(
  link: HTMLAnchorElement,
  { finder, highlighter }: { finder: NumberFinder; highlighter: Highlighter },
): void {
  const nodes = textNodesOf(link);
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last || nodes.some((node) => highlighter.index.at(node).length > 0)) return;
  const number = finder.readTelLink(link.href);
  if (!number) return;
  const range = new StaticRange({ startContainer: first, startOffset: 0, endContainer: last, endOffset: last.length });
  highlighter.add({ number, range, nodes });
}

function textNodesOf(link: HTMLAnchorElement): Text[] {
  const iterator = link.ownerDocument.createNodeIterator(link, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = iterator.nextNode(); node; node = iterator.nextNode()) {
    if (node instanceof Text && node.data.trim() !== "") nodes.push(node);
  }
  return nodes;
}
