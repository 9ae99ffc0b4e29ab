import { isBlock } from "./element-kinds.ts";

/** Elements and texts in the order of the page, one a step. Whoever walks may rest between two steps while the page changes. */
export class NodeSteps {
  readonly #root: Node;
  readonly #walker: TreeWalker;
  readonly #last: Node | undefined;
  readonly #bookmark: Range;
  #next: Node | null;

  private constructor(root: Node, { first, last }: { first: Node; last?: Node }, bookmark: Range) {
    this.#root = root;
    this.#walker = document.createTreeWalker(root, elementsAndTexts);
    this.#walker.currentNode = first;
    this.#next = first;
    this.#last = last;
    this.#bookmark = bookmark;
  }

  /** Every node of a part of the page. */
  static through(root: Node, bookmark: Range): NodeSteps {
    return new NodeSteps(root, { first: root }, bookmark);
  }

  /** The inline neighbours of a node, no farther than its block: what a change to the node's text can have changed. */
  static around(node: Node, bookmark: Range): NodeSteps {
    const inner = outermostInline(node);
    const first = edgeOf(inner, "previousSibling");
    return new NodeSteps(first.parentNode ?? first, { first, last: edgeOf(inner, "nextSibling") }, bookmark);
  }

  step(): Node | null {
    const node = this.#next;
    if (node) this.#next = this.#upToLast(this.#walker.nextNode());
    return node;
  }

  /** Leaves a mark at the place reached. It is a range, since the browser moves ranges along with the page. */
  rest(): void {
    if (!this.#next?.parentNode) return;
    this.#bookmark.setStartBefore(this.#next);
    this.#bookmark.collapse(true);
  }

  /** Goes on at the mark, wherever the page has taken it. What came to the page before it is told of by the observer. */
  resume(): void {
    if (!this.#next) return;
    const { startContainer, startOffset } = this.#bookmark;
    this.#next = this.#root.contains(startContainer) ? this.#upToLast(this.#goTo(startContainer, startOffset)) : null;
  }

  #goTo(container: Node, offset: number): Node | null {
    const child = container.childNodes[offset];
    this.#walker.currentNode = child ?? lastInside(container);
    return child && (child.nodeType === 1 || child.nodeType === 3) ? child : this.#walker.nextNode();
  }

  #upToLast(node: Node | null): Node | null {
    const last = this.#last;
    if (!node || !last || node === last) return node;
    const position = last.compareDocumentPosition(node);
    const isPast = (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && (position & Node.DOCUMENT_POSITION_CONTAINED_BY) === 0;
    return isPast ? null : node;
  }
}

// NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT; written out, since the file is also read where there is no page.
const elementsAndTexts = 0x5;

function outermostInline(node: Node): Node {
  let outermost = node;
  while (outermost.parentElement && !isBlock(outermost.parentElement)) outermost = outermost.parentElement;
  return outermost;
}

const farthestSibling = 64;

function edgeOf(node: Node, direction: "previousSibling" | "nextSibling"): Node {
  let edge = node;
  if (isBlock(node)) return edge;
  for (let steps = 0; steps < farthestSibling; steps++) {
    const sibling: Node | null = edge[direction];
    if (!sibling || isBlock(sibling)) break;
    edge = sibling;
  }
  return edge;
}

function lastInside(container: Node): Node {
  let last = container;
  while (last.lastChild) last = last.lastChild;
  return last;
}
