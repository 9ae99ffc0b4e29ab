import { hasCandidate } from "./candidates.ts";
import { blockOf, isBlock, isInlineName, isSkippedName } from "./element-kinds.ts";
import { labelBefore } from "./label-before.ts";
import { NodeSteps } from "./node-steps.ts";
import { longestPart, RunParts } from "./run-parts.ts";
import { isTelLink } from "./tel-scheme.ts";
import { joinNodes, type TextRun } from "./text-run.ts";

/** What a walk over a page comes upon. */
export type Finding =
  /** Text that may hold a number. */
  | { kind: "run"; run: TextRun }
  | { kind: "tel-link"; link: HTMLAnchorElement }
  | { kind: "shadow-root"; root: ShadowRoot }
  /** Nothing for a while: a place to rest, in case the time is up. */
  | { kind: "nothing" };

export interface WalkParts {
  /** A range of the page that the walk may move: its bookmark while it rests. */
  bookmark: Range;
  /** The shadow root of an element, open or closed. */
  shadowRootOf: (element: Element) => ShadowRoot | null;
  /** Told of each text that is read anew. */
  onText: (text: Text) => void;
  /** Told of each custom element that has no shadow root yet. */
  onBareHost: (host: Element) => void;
}

/** After this many steps without a finding there is a place to rest. */
const restAfterSteps = 64;
// A block may have a hundred thousand texts. Nobody writes a number into that many.
const mostStepsOfRun = 1024;
const digit = /[0-9\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]/;

/**
 * Walks a part of a page that is new or has changed, and gives its runs of text that may hold a number, its `tel:` links and its shadow
 * roots, one at each call.
 */
export class PageWalk {
  readonly #steps: NodeSteps;
  readonly #parts: WalkParts;
  readonly #found: Finding[] = [];
  #runParts: RunParts | undefined;
  #texts: Text[] = [];
  #text = "";
  #hasDigit = false;
  #endsLine = false;
  #beginsLine = new Set<Text>();
  #block: Node | null = null;
  #parent: Node | null = null;
  #skipped: Element | undefined;

  constructor(part: Node, parts: WalkParts) {
    const isText = part.nodeType === Node.TEXT_NODE;
    const readsOn = isText || (part.nodeType === Node.ELEMENT_NODE && !isBlock(part));
    this.#steps = readsOn ? NodeSteps.around(part, parts.bookmark) : NodeSteps.through(part, parts.bookmark);
    this.#parts = parts;
  }

  /** The next finding, or undefined at the end. */
  next(): Finding | undefined {
    for (let steps = 0; ; steps++) {
      const found = this.#found.shift() ?? this.#nextRunPart();
      if (found) return found;
      if (steps >= mostStepsOfRun) this.#closeRun();
      if (steps >= restAfterSteps && this.#texts.length === 0) return { kind: "nothing" };
      const node = this.#steps.step();
      if (node) this.#read(node);
      else if (this.#texts.length > 0) this.#closeRun();
      else return undefined;
    }
  }

  /** Leaves a bookmark before the page goes on. */
  rest(): void {
    this.#steps.rest();
  }

  resume(): void {
    this.#steps.resume();
  }

  #read(node: Node): void {
    if (this.#skipped?.contains(node)) return;
    this.#skipped = undefined;
    if (node.nodeType === 3) this.#readText(node as Text);
    else if (node.nodeType === 1) this.#readElement(node as Element);
  }

  #readElement(element: Element): void {
    const name = element.localName;
    if (name === "br") {
      // A number may go on in the next line, and its label end the one before.
      this.#endsLine = this.#texts.length > 0;
      return;
    }
    if (!isInlineName(name)) this.#closeRun();
    if (isSkippedName(name)) {
      this.#skipped = element;
      return;
    }
    if (isTelLink(element)) this.#found.push({ kind: "tel-link", link: element });
    const root = this.#parts.shadowRootOf(element);
    if (root) this.#found.push({ kind: "shadow-root", root });
    else if (name.includes("-")) this.#parts.onBareHost(element);
  }

  #readText(text: Text): void {
    this.#parts.onText(text);
    const { parentNode } = text;
    // Most texts have the same parent as the one before, or are alone in theirs.
    if (parentNode !== this.#parent || this.#texts.length === 0) {
      const block = blockOf(parentNode);
      if (block !== this.#block) this.#closeRun();
      this.#block = block;
      this.#parent = parentNode;
    }
    const { data } = text;
    if (this.#endsLine) {
      this.#beginsLine.add(text);
      this.#text += "\n";
      this.#endsLine = false;
    }
    this.#texts.push(text);
    this.#text += data;
    this.#hasDigit ||= digit.test(data);
  }

  #closeRun(): void {
    if (this.#texts.length === 0) return;
    const text = this.#text;
    if (this.#hasDigit && (text.length > longestPart || hasCandidate(text))) this.#openRun();
    this.#texts = [];
    this.#beginsLine = new Set();
    this.#text = "";
    this.#hasDigit = false;
    this.#endsLine = false;
  }

  #openRun(): void {
    const [first] = this.#texts;
    // Asked of the page, and not of the walk: a part that is read again must be read as it was with the whole.
    const label = first ? labelBefore(first) : "";
    this.#runParts = new RunParts(joinNodes(this.#texts, this.#beginsLine, label));
  }

  #nextRunPart(): Finding | undefined {
    const run = this.#runParts?.next();
    if (!run) this.#runParts = undefined;
    else return hasCandidate(run.text) ? { kind: "run", run } : { kind: "nothing" };
  }
}
