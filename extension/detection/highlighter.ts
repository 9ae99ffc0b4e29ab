import { MarkIndex, type Mark } from "./mark.ts";

/** The names under which the ranges are registered. A page can read them, so they say nothing of who put them there. */
const markName = "phone-number";
const activeName = "phone-number-active";

/** Paints numbers with the CSS Custom Highlight API. No node of the page is added, wrapped or changed. */
export interface Highlighter {
  readonly index: MarkIndex;
  readonly size: number;
  add(mark: Mark): void;
  /** Drops the marks of a text node whose text has changed. */
  dropText(node: Text): void;
  /** Drops the marks of nodes that the page has removed. */
  dropDetached(): void;
  /** Paints one mark as the one pointed at, or none. */
  setActive(range: AbstractRange | undefined): void;
}

/** Registers the two highlights; aborting the signal takes them back and everything painted with them. */
export function createHighlighter(registry: HighlightRegistry, signal: AbortSignal): Highlighter {
  const marked = new Highlight();
  const active = new Highlight();
  active.priority = 1;
  registry.set(markName, marked);
  registry.set(activeName, active);
  signal.addEventListener("abort", () => {
    registry.delete(markName);
    registry.delete(activeName);
  });
  const index = new MarkIndex();
  const marks = new Set<Mark>();
  const drop = (mark: Mark): void => {
    marks.delete(mark);
    marked.delete(mark.range);
    // The card over it may stay and go on naming the number, but this paint would be on whatever stands there now.
    active.delete(mark.range);
    index.remove(mark);
  };
  return {
    index,
    get size() {
      return marks.size;
    },
    add(mark) {
      marks.add(mark);
      marked.add(mark.range);
      index.add(mark);
    },
    dropText(node) {
      for (const mark of index.at(node)) drop(mark);
    },
    dropDetached() {
      for (const mark of marks) if (!mark.nodes.every((node) => node.isConnected)) drop(mark);
    },
    setActive(range) {
      active.clear();
      if (range) active.add(range);
    },
  };
}
