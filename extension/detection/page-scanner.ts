import { hasCandidate } from "./candidates.ts";
import type { NumberFinder } from "./number-finder.ts";
import type { Highlighter } from "./highlighter.ts";
import { marksOfRun } from "./mark-run.ts";
import { markTelLink } from "./mark-tel-link.ts";
import { ScanQueue } from "./scan-queue.ts";
import { isCurrent, type TextRun } from "./text-run.ts";
import { isSkipped, readFindings } from "./text-runs.ts";
import { createWorkSlices } from "./work-slices.ts";

export interface ScannerParts {
  highlighter: Highlighter;
  /**
   * Brings the phone library and the page's countries. Asked when the first candidate or `tel:` link appears, so that a page
   * without numbers pays for neither. Undefined when it cannot be had, and then nothing is marked.
   */
  loadFinder: () => Promise<NumberFinder | undefined>;
  now: () => number;
}

/** A page being scanned. */
export interface PageScanner {
  readonly finder: NumberFinder | undefined;
  /** The open shadow roots met so far, which a hit test has to look into. */
  readonly shadowRoots: readonly ShadowRoot[];
}

/**
 * Marks the numbers of a page, and of everything that comes to it later, in slices of a few milliseconds.
 * Aborting the signal ends it.
 */
export function scanPage(page: Document, parts: ScannerParts, signal: AbortSignal): PageScanner {
  const scan = new Scan(parts, signal);
  if (page.body) scan.enter(page);
  return scan;
}

class Scan implements PageScanner {
  finder: NumberFinder | undefined;
  readonly #roots = new Set<Document | ShadowRoot>();
  readonly #queue = new ScanQueue();
  readonly #observer = new MutationObserver((records) => this.#handleMutations(records));
  readonly #parts: ScannerParts;
  readonly #signal: AbortSignal;
  #loading: Promise<NumberFinder | undefined> | undefined;
  #isWorking = false;

  constructor(parts: ScannerParts, signal: AbortSignal) {
    this.#parts = parts;
    this.#signal = signal;
    signal.addEventListener("abort", () => this.#observer.disconnect());
  }

  get shadowRoots(): ShadowRoot[] {
    return [...this.#roots].filter((root) => root instanceof ShadowRoot && root.isConnected) as ShadowRoot[];
  }

  enter(root: Document | ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true });
    this.#queue.add(root instanceof Document ? root.body : root);
    void this.#work();
  }

  #handleMutations(records: readonly MutationRecord[]): void {
    const { highlighter } = this.#parts;
    for (const { type, target, addedNodes } of records) {
      // The old marks would stand in the new text, so they go at once; the new ones come in their turn.
      if (type === "characterData" && target instanceof Text) highlighter.dropText(target);
      for (const node of type === "characterData" ? [target] : addedNodes) if (!isSkipped(node)) this.#queue.add(node);
    }
    if (highlighter.size > 0 && records.some(({ removedNodes }) => removedNodes.length > 0)) highlighter.dropDetached();
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      for (let node = this.#queue.take(); node && !this.#signal.aborted; node = this.#queue.take()) await this.#scan(node);
    } finally {
      this.#isWorking = false;
    }
  }

  async #scan(node: Node): Promise<void> {
    const slices = createWorkSlices(this.#parts.now);
    const telLinks: HTMLAnchorElement[] = [];
    const findings = readFindings(node);
    // The break comes before the next finding is read, not after: what is read is marked before the page can change it.
    for (let next = findings.next(); !next.done; next = findings.next()) {
      const finding = next.value;
      if (finding.kind === "run") this.#markRun(finding.run, this.finder ?? (await this.#loadFinderFor(finding.run)));
      else if (finding.kind === "tel-link") telLinks.push(finding.link);
      else this.enter(finding.root);
      if (slices.isUsedUp()) await slices.giveWay();
      if (this.#signal.aborted) return;
    }
    const finder = telLinks.length > 0 ? await this.#loadFinder() : undefined;
    if (!finder || this.#signal.aborted) return;
    for (const link of telLinks) markTelLink(link, { finder, highlighter: this.#parts.highlighter });
  }

  async #loadFinderFor(run: TextRun): Promise<NumberFinder | undefined> {
    return hasCandidate(run.text) ? this.#loadFinder() : undefined;
  }

  async #loadFinder(): Promise<NumberFinder | undefined> {
    // Asked once, whatever the answer: what cannot be had is not asked for again at each number.
    this.#loading ??= this.#parts.loadFinder();
    this.finder = await this.#loading;
    return this.finder;
  }

  #markRun(run: TextRun, finder: NumberFinder | undefined): void {
    const { highlighter } = this.#parts;
    if (!finder || this.#signal.aborted || !hasCandidate(run.text)) return;
    // Only while the library was loading can the page have changed meanwhile; the change is queued then.
    if (!isCurrent(run)) return;
    // A long text comes in several runs, and the first of them has dropped the marks of all.
    for (const { node, nodeStart } of run.pieces) if (nodeStart === 0) highlighter.dropText(node);
    for (const mark of marksOfRun(run, finder)) highlighter.add(mark);
  }
}
