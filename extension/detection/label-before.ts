import { blockOf, isInlineName, isSkipped } from "./element-kinds.ts";
import { isElement, isText } from "./node-kinds.ts";

const farthestNode = 64;
/** How long a text before a run may be to be a label for it. */
const longestLabel = 48;

/** What reads as one before a text and everything in its block, if it is short enough to be a label: the cell to the left, the line above. */
export function labelBefore(node: Text): string {
  // NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT
  const walker = document.createTreeWalker(node.getRootNode(), 0x5);
  walker.currentNode = node;
  let label = "";
  let block: Node | null | undefined;
  for (let steps = 0; steps < farthestNode && label.length <= longestLabel; steps++) {
    const before = walker.previousNode();
    if (!before) break;
    if (isElement(before)) {
      if (before.localName === "br") label = `\n${label}`;
      else if (!isInlineName(before.localName) && block !== undefined) break;
    } else if (isText(before) && !isSkipped(before)) {
      const around = blockOf(before.parentNode);
      if (block !== undefined && around !== block) break;
      if (block === undefined && before.data.trim() !== "") block = around;
      label = before.data + label;
    } else if (block !== undefined) break;
  }
  const said = label.trim();
  return said.length <= longestLabel ? said : "";
}
