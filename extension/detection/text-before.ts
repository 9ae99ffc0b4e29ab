import { isSkipped } from "./element-kinds.ts";

const farthestText = 8;

/** The nearest text of the page before a node that says anything: the cell to the left, the line above. */
export function textBefore(node: Text): string {
  // NodeFilter.SHOW_TEXT
  const walker = document.createTreeWalker(node.getRootNode(), 0x4);
  walker.currentNode = node;
  for (let steps = 0; steps < farthestText; steps++) {
    const text = walker.previousNode();
    if (!(text instanceof Text)) return "";
    if (text.data.trim() !== "" && !isSkipped(text)) return text.data;
  }
  return "";
}
