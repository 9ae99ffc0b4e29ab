import { joinNodes, sliceRun, type TextRun } from "./text-run.ts";

/** What a walk over a page comes upon. */
export type Finding =
  | { kind: "run"; run: TextRun }
  | { kind: "tel-link"; link: HTMLAnchorElement }
  | { kind: "shadow-root"; root: ShadowRoot };

// Elements whose text belongs to the text around them. All others begin and end a block, whatever style says;
// whether two inline ones really stand together is asked of the layout later, and only where a number may be.
const inline = new Set([
  "a",
  "abbr",
  "acronym",
  "b",
  "bdi",
  "bdo",
  "big",
  "cite",
  "data",
  "del",
  "dfn",
  "em",
  "font",
  "i",
  "ins",
  "label",
  "mark",
  "nobr",
  "output",
  "q",
  "ruby",
  "rb",
  "s",
  "small",
  "span",
  "strike",
  "strong",
  "sub",
  "sup",
  "time",
  "tt",
  "u",
  "wbr",
]);
// Text that is no prose, or that nobody but its editor may touch.
const skipped = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "code",
  "kbd",
  "samp",
  "var",
  "svg",
  "math",
  "textarea",
  "input",
  "select",
  "option",
  "datalist",
  "canvas",
  "iframe",
  "object",
  "embed",
  "audio",
  "video",
  "head",
  "title",
]);
const longestRun = 32_768;
const longestLabel = 48;

/** The findings of a part of a page that is new or has changed. */
export function readFindings(part: Node): Generator<Finding> {
  return part.nodeType === Node.TEXT_NODE || (part.nodeType === Node.ELEMENT_NODE && !isBlock(part))
    ? walkAround(part)
    : walk(part);
}

/**
 * Walks a page, a shadow root or a part of either, and gives its runs of text, its `tel:` links and its open shadow roots.
 * The walk may rest between two findings while the page changes: a NodeIterator keeps its place when nodes are removed.
 */
function* walk(root: Node): Generator<Finding> {
  const iterator = root.ownerDocument?.createNodeIterator(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  if (iterator) yield* readNodes(() => iterator.nextNode());
}

/** Walks the inline neighbours of a node, no farther than its block: what a change to the node's text can have changed. */
function* walkAround(node: Node): Generator<Finding> {
  const inner = outermostInline(node);
  const first = edgeOf(inner, "previousSibling");
  const last = edgeOf(inner, "nextSibling");
  const walker = node.ownerDocument?.createTreeWalker(first.parentNode ?? first, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  if (!walker) return;
  walker.currentNode = first;
  let next: Node | null = first;
  yield* readNodes(() => {
    const current = next;
    if (current) next = walker.nextNode();
    const isPast =
      current !== null &&
      !last.contains(current) &&
      Boolean(last.compareDocumentPosition(current) & Node.DOCUMENT_POSITION_FOLLOWING);
    return isPast ? null : current;
  });
}

/** Whether a node begins a block of its own, so that it reads apart from what is beside it. */
function isBlock(node: Node): boolean {
  return node.nodeType === Node.ELEMENT_NODE && !inline.has(node.nodeName.toLowerCase());
}

/** Whether a node stands where nothing is read: in a script, in code, in a field. */
export function isSkipped(node: Node): boolean {
  for (let parent: Node | null = node; parent; parent = parent.parentNode)
    if (skipped.has(parent.nodeName.toLowerCase())) return true;
  return false;
}

function* readNodes(nextNode: () => Node | null): Generator<Finding> {
  let texts: Text[] = [];
  let block: Node | null = null;
  let skippedElement: Element | undefined;
  let precedingText = "";
  function* close(): Generator<Finding> {
    const run = joinNodes(
      texts.filter((text) => text.isConnected),
      precedingText,
    );
    texts = [];
    const trimmed = run.text.trim();
    if (trimmed === "") return;
    precedingText = trimmed.length <= longestLabel ? trimmed : "";
    for (const part of partsOf(run)) yield { kind: "run", run: part };
  }
  for (let node = nextNode(); node; node = nextNode()) {
    if (skippedElement?.contains(node)) continue;
    if (node instanceof Text) {
      const itsBlock = blockOf(node);
      if (itsBlock !== block) yield* close();
      block = itsBlock;
      texts.push(node);
      continue;
    }
    const element = node as Element;
    const name = element.localName;
    if (!inline.has(name)) yield* close();
    if (skipped.has(name)) skippedElement = element;
    else if (name === "a" && isTelLink(element)) yield { kind: "tel-link", link: element };
    if (element.shadowRoot) yield { kind: "shadow-root", root: element.shadowRoot };
  }
  yield* close();
}

function isTelLink(element: Element): element is HTMLAnchorElement {
  return element instanceof HTMLAnchorElement && element.protocol === "tel:";
}

function blockOf(text: Text): Node | null {
  let parent = text.parentNode;
  while (parent && parent.nodeType === Node.ELEMENT_NODE && inline.has((parent as Element).localName)) parent = parent.parentNode;
  return parent;
}

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

// A run may be a whole book in one text node. It is cut between words, so that no slice of work grows with it.
function* partsOf(run: TextRun): Generator<TextRun> {
  let start = 0;
  while (run.text.length - start > longestRun) {
    const end = wordEndBefore(run.text, start + longestRun);
    yield sliceRun(run, { start, end });
    start = end;
  }
  yield start === 0 ? run : sliceRun(run, { start, end: run.text.length });
}

const farthestWordEnd = 1024;

function wordEndBefore(text: string, limit: number): number {
  for (let end = limit; end > limit - farthestWordEnd; end--) {
    if (/\p{L}\s/u.test(text.slice(end - 2, end))) return end;
  }
  return limit;
}
