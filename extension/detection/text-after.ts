import { isSkipped } from "./element-kinds.ts";
import { isText } from "./node-kinds.ts";

const farthestNode = 64;

/** The first text behind a place of the page that says anything: a label in that place would be its label. */
export function textAfter({ target, previousSibling }: { target: Node; previousSibling: Node | null }): Text | undefined {
  // NodeFilter.SHOW_TEXT
  const walker = document.createTreeWalker(target.getRootNode(), 0x4);
  walker.currentNode = previousSibling ? lastInside(previousSibling) : target;
  for (let steps = 0; steps < farthestNode; steps++) {
    const text = walker.nextNode();
    if (!isText(text)) return undefined;
    if (text.data.trim() !== "" && !isSkipped(text)) return text;
  }
  return undefined;
}

function lastInside(container: Node): Node {
  let last = container;
  while (last.lastChild) last = last.lastChild;
  return last;
}
