import { isBlock, isSkipped } from "./element-kinds.ts";
import { HiddenPlaces } from "./hidden-places.ts";
import type { Highlighter } from "./highlighter.ts";
import { LateHosts } from "./late-hosts.ts";
import { placesOf, type Mark } from "./mark.ts";
import type { MarkFinder } from "./number-finder.ts";
import { PageWalk, type WalkParts } from "./page-walk.ts";
import { ScanQueue } from "./scan-queue.ts";
import { isCurrent, type TextRun } from "./text-run.ts";
import { isTelLink } from "./tel-scheme.ts";
import { elementOf, isLaidOut } from "./visibility.ts";
import { textAfter } from "./text-after.ts";
import { whenPageRests } from "./when-page-rests.ts";
import { createWorkSlices, rest, type WorkSlices } from "./work-slices.ts";

export interface ScannerParts {
  highlighter: Highlighter;
  /**
   * Brings the phone library and the page's countries. Asked when the first candidate or `tel:` link appears, so that a page
   * without numbers pays for neither. Undefined when it cannot be had, and then nothing is marked.
   */
  loadFinder: () => Promise<MarkFinder | undefined>;
  /** The shadow root of an element, closed ones included where the browser lets extensions in. */
  shadowRootOf: (element: Element) => ShadowRoot | null;
  now: () => number;
}

// A person looks for a handful of numbers. A page with this many wants to see what they cost.
const mostMarks = 20_000;

// What makes text somebody's to edit, and a link one that calls. Others change too often, and mean too little.
const attributeFilter = ["contenteditable", "href"];

/** A page being scanned. */
export interface PageScanner {
  readonly finder: MarkFinder | undefined;
  /** The shadow roots met so far, which a hit test has to look into. */
  readonly shadowRoots: readonly ShadowRoot[];
  /** Resolves when all that has come to the page up to then was read. */
  whenRead(): Promise<void>;
  /** Drops every mark and reads the page from the start with another finder. */
  readAnew(finder: MarkFinder): void;
}

/**
 * Marks the numbers of a page, and of everything that comes to it later, in slices of a few milliseconds.
 * Aborting the signal ends it.
 */
export function scanPage(page: Document, parts: ScannerParts, signal: AbortSignal): PageScanner {
  const scan = new Scan(page, parts, signal);
  scan.enter(page);
  return scan;
}

class Scan implements PageScanner {
  finder: MarkFinder | undefined;
  readonly #roots = new Set<Document | ShadowRoot>();
  readonly #queue = new ScanQueue();
  readonly #observer = new MutationObserver((records) => this.#handleMutations(records));
  readonly #hidden: HiddenPlaces;
  readonly #lateHosts: LateHosts;
  readonly #walkParts: WalkParts;
  readonly #parts: ScannerParts;
  readonly #signal: AbortSignal;
  #loading: Promise<MarkFinder | undefined> | undefined;
  #isWorking = false;
  #working = Promise.resolve();

  constructor(page: Document, parts: ScannerParts, signal: AbortSignal) {
    const { highlighter, shadowRootOf } = parts;
    this.#hidden = new HiddenPlaces((node) => this.#read(node), signal);
    this.#lateHosts = new LateHosts({ shadowRootOf, onRoot: (root) => this.enter(root) }, signal);
    this.#walkParts = {
      bookmark: page.createRange(),
      shadowRootOf,
      onText: (text) => highlighter.dropAt(text),
      onBareHost: (host) => this.#lateHosts.add(host),
    };
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
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter });
    this.#read(root);
  }

  async whenRead(): Promise<void> {
    this.#handleMutations(this.#observer.takeRecords());
    await this.#working;
  }

  readAnew(finder: MarkFinder): void {
    this.finder = finder;
    this.#loading = Promise.resolve(finder);
    this.#parts.highlighter.clear();
    for (const root of this.#roots) this.#read(root);
  }

  #handleMutations(records: readonly MutationRecord[]): void {
    const { highlighter } = this.#parts;
    for (const record of records) {
      const { type, target, addedNodes, removedNodes } = record;
      if (type === "characterData") {
        // The old marks would stand in the new text, so they go at once; the new ones come in their turn.
        highlighter.dropAt(target);
        this.#queue.add(target);
      }
      if (type === "attributes") {
        // A link that is a picture has no text whose mark would go when it is read.
        highlighter.dropAt(target);
        this.#queue.add(target);
      }
      for (const node of addedNodes) this.#queue.add(node);
      if (removedNodes.length > 0) {
        highlighter.dropDetachedSoon();
        const joined = whatMeetsAt(record);
        if (joined) this.#queue.add(joined);
        if (addedNodes.length === 0) this.#queue.addFollowing(textAfter(record));
      }
    }
    this.#startWork();
  }

  #read(node: Node): void {
    this.#queue.add(node);
    this.#startWork();
  }

  #startWork(): void {
    if (!this.#isWorking) this.#working = this.#work();
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    try {
      await whenPageRests();
      const slices = createWorkSlices(this.#parts.now);
      for (let part = this.#queue.take(); part && !this.#signal.aborted; part = this.#queue.take()) {
        const { node, isFollowing } = part;
        if (!isSkipped(node)) await this.#scan(node, slices);
        if (!isFollowing) this.#queue.addFollowing(textAfter({ target: node, previousSibling: node }));
        await rest(slices);
      }
    } finally {
      this.#isWorking = false;
    }
  }

  async #scan(node: Node, slices: WorkSlices): Promise<void> {
    const walk = new PageWalk(telLinkAround(node) ?? node, this.#walkParts);
    const telLinks: HTMLAnchorElement[] = [];
    for (let finding = walk.next(); finding; finding = walk.next()) {
      if (finding.kind === "shadow-root") this.enter(finding.root);
      else if (finding.kind === "tel-link") {
        this.#parts.highlighter.dropAt(finding.link);
        telLinks.push(finding.link);
      } else if (finding.kind === "run") {
        if (!this.finder) await this.#away(walk, this.#loadFinder(slices));
        this.#markRun(finding.run);
      }
      if (slices.isUsedUp()) await this.#away(walk, slices.giveWay());
      if (this.#signal.aborted) return;
    }
    if (telLinks.length > 0) await this.#markTelLinks(telLinks, slices);
  }

  /** Lets the page go on until something is done. */
  async #away(walk: PageWalk, done: Promise<void>): Promise<void> {
    walk.rest();
    await done;
    walk.resume();
  }

  async #markTelLinks(links: readonly HTMLAnchorElement[], slices: WorkSlices): Promise<void> {
    if (!this.finder) await this.#loadFinder(slices);
    for (const link of links) {
      if (!this.finder || this.#signal.aborted) return;
      if (link.isConnected && !this.#saysNumber(link)) this.#mark(this.finder.markOf(link));
      await rest(slices);
    }
  }

  // A number in the text of a link is marked as text.
  #saysNumber(link: HTMLAnchorElement): boolean {
    // NodeFilter.SHOW_TEXT
    const walker = link.ownerDocument.createTreeWalker(link, 0x4);
    for (let text = walker.nextNode(); text; text = walker.nextNode())
      if (this.#parts.highlighter.index.at(text).length > 0) return true;
    return false;
  }

  async #loadFinder(slices: WorkSlices): Promise<void> {
    // Asked once, whatever the answer: what cannot be had is not asked for again at each number.
    this.#loading ??= this.#parts.loadFinder();
    this.finder = await this.#loading;
    // To make a finder takes about as long as work may take in one go.
    await slices.giveWay();
  }

  #markRun(run: TextRun): void {
    // While the library was loading the page may have changed; the change is queued then.
    if (!this.finder || this.#signal.aborted || !isCurrent(run)) return;
    if (this.#parts.highlighter.size >= mostMarks) return;
    for (const mark of this.finder.marksIn(run)) this.#mark(mark);
  }

  #mark(mark: Mark | undefined): void {
    if (!mark || this.#parts.highlighter.size >= mostMarks) return;
    const unseen = placesOf(mark).find((node) => !isLaidOut(node));
    if (unseen) this.#hidden.add(unseen);
    else this.#parts.highlighter.add(mark);
  }
}

/** What reads on into each other once something between was taken out; blocks never do. */
function whatMeetsAt({ target, previousSibling, nextSibling }: MutationRecord): Node | undefined {
  return [nextSibling, previousSibling, target].find((node): node is Node => node !== null && !isBlock(node));
}

/** A link is marked as a whole, so it is read as a whole, wherever in it the page has changed something. */
function telLinkAround(node: Node): Element | undefined {
  const link = elementOf(node)?.closest("a");
  return link && isTelLink(link) ? link : undefined;
}
