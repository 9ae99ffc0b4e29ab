import { MarkIndex, type Mark } from "./mark.ts";

/** The names under which the ranges are registered. A page can read them, so they say nothing of who put them there. */
const markName = "phone-number";
const activeName = "phone-number-active";
const longestDetachedMs = 1000;

/** Paints numbers with the CSS Custom Highlight API. No node of the page is added, wrapped or changed. */
export interface Highlighter {
  readonly index: MarkIndex;
  /** Every mark, in the order in which they were found. */
  readonly marks: ReadonlySet<Mark>;
  readonly size: number;
  add(mark: Mark): void;
  /** Drops the marks of a text that has changed, or of a link that is read anew. */
  dropAt(node: Node): void;
  /** Drops the marks of nodes that the page has removed, once it rests: they are painted no longer anyway. */
  dropDetachedSoon(): void;
  /** Drops every mark. */
  clear(): void;
  /** Paints one mark as the one pointed at, or none. */
  setActive(range: AbstractRange | undefined): void;
}

export interface HighlighterParts {
  registry: HighlightRegistry;
  /** A mark has come or gone. */
  onChange: () => void;
}

/** Registers the two highlights; aborting the signal takes them back and everything painted with them. */
export function createHighlighter({ registry, onChange }: HighlighterParts, signal: AbortSignal): Highlighter {
  const marked = new Highlight();
  const active = new Highlight();
  active.priority = 1;
  // The page shares the registry, and one with highlights of its own may clear it of all.
  const keepRegistered = (): void => {
    if (signal.aborted) return;
    if (registry.get(markName) !== marked) registry.set(markName, marked);
    if (registry.get(activeName) !== active) registry.set(activeName, active);
  };
  keepRegistered();
  signal.addEventListener("abort", () => {
    registry.delete(markName);
    registry.delete(activeName);
    if (idleCallback !== undefined) cancelIdleCallback(idleCallback);
  });
  const index = new MarkIndex();
  const marks = new Set<Mark>();
  const drop = (mark: Mark): void => {
    marks.delete(mark);
    marked.delete(mark.range);
    // The card over it may stay and go on naming the number, but this paint would be on whatever stands there now.
    active.delete(mark.range);
    index.remove(mark);
    onChange();
  };
  let idleCallback: number | undefined;
  const dropDetached = (): void => {
    idleCallback = undefined;
    for (const mark of marks) if (!isOnPage(mark)) drop(mark);
  };
  return {
    index,
    marks,
    get size() {
      return marks.size;
    },
    add(mark) {
      keepRegistered();
      marks.add(mark);
      marked.add(mark.range);
      index.add(mark);
      onChange();
    },
    dropAt(node) {
      for (const mark of index.at(node)) drop(mark);
    },
    dropDetachedSoon() {
      if (marks.size > 0) idleCallback ??= requestIdleCallback(dropDetached, { timeout: longestDetachedMs });
    },
    clear() {
      for (const mark of marks) drop(mark);
    },
    setActive(range) {
      keepRegistered();
      active.clear();
      if (range) active.add(range);
    },
  };
}

function isOnPage({ nodes, range }: Mark): boolean {
  return range.startContainer.isConnected && nodes.every((node) => node.isConnected);
}
