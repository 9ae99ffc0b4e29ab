import { createHighlighter, type Highlighter } from "../../extension/detection/highlighter.ts";
import type { Mark } from "../../extension/detection/mark.ts";
import { createNumberFinder, withMarks } from "../../extension/detection/number-finder.ts";
import { scanPage, type PageScanner } from "../../extension/detection/page-scanner.ts";
import { readNumberText } from "../../extension/detection/phone-library.ts";

// For whoever compares what a scan has kept up with to what one finds that starts now.
interface Scan {
  scanner: PageScanner;
  highlighter: Highlighter;
  stop(): void;
}

let watching: Scan | undefined;

function startScan(): Scan {
  const stopped = new AbortController();
  // A registry of its own: two scans of one page would take each other's names.
  const highlighter = createHighlighter({ registry: new Map(), onChange: () => {} }, stopped.signal);
  const finder = withMarks(createNumberFinder({ readNumber: readNumberText, regions: ["US", "DE"] }));
  const parts = {
    highlighter,
    loadFinder: () => Promise.resolve(finder),
    shadowRootOf: (element: Element) => element.shadowRoot,
    now: () => performance.now(),
  };
  return { scanner: scanPage(document, parts, stopped.signal), highlighter, stop: () => stopped.abort() };
}

/** Begins to keep up with the page. */
async function watch(): Promise<void> {
  watching = startScan();
  await watching.scanner.whenRead();
}

/** What the scan that keeps up has marked by now, and what one marks that starts now. */
async function compare(): Promise<{ kept: string[]; fresh: string[] }> {
  await watching?.scanner.whenRead();
  const fresh = startScan();
  await fresh.scanner.whenRead();
  fresh.stop();
  return { kept: described(watching?.highlighter.marks ?? []), fresh: described(fresh.highlighter.marks) };
}

const names = new WeakMap<Node, number>();
let lastName = 0;

function described(marks: Iterable<Mark>): string[] {
  return Array.from(marks)
    .filter(({ range }) => range.startContainer.isConnected && range.endContainer.isConnected)
    .map(({ number, range: { startContainer, startOffset, endContainer, endOffset } }) => {
      return `${number.e164} ${nameOf(startContainer)}:${startOffset} to ${nameOf(endContainer)}:${endOffset}`;
    })
    .toSorted();
}

function nameOf(node: Node): string {
  let name = names.get(node);
  if (name === undefined) names.set(node, (name = ++lastName));
  return `${node.nodeName}${name}`;
}

Object.assign(globalThis, { scans: { watch, compare } });
