import type { Page } from "playwright-core";

interface Watch {
  asParsed: string;
  serialise: () => string;
  takeChanges: () => string[];
}

interface WatchedWindow {
  pageWatch: Watch;
}

/** What a page itself can notice of changes to its own nodes, from the moment it was parsed. */
export class PageWatch {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Must be called before the page is opened: the page's own observer starts before any content script does. */
  static async start(page: Page): Promise<PageWatch> {
    await page.addInitScript(watchFromParsed);
    return new PageWatch(page);
  }

  /** The page as it was parsed, open shadow roots included. */
  asParsed(): Promise<string> {
    return this.#page.evaluate(() => (window as unknown as WatchedWindow).pageWatch.asParsed);
  }

  /** The page as it is now. */
  serialise(): Promise<string> {
    return this.#page.evaluate(() => (window as unknown as WatchedWindow).pageWatch.serialise());
  }

  /** The changes since it was asked last, each in a few words. */
  takeChanges(): Promise<string[]> {
    return this.#page.evaluate(() => (window as unknown as WatchedWindow).pageWatch.takeChanges());
  }
}

/** Runs in the page, before any script of it. */
function watchFromParsed(): void {
  addEventListener("DOMContentLoaded", () => {
    const shadowRoots: ShadowRoot[] = [];
    const roots = () => [document, ...shadowRoots];
    // Roots within roots: the list grows while it is gone through.
    for (let index = 0; index <= shadowRoots.length; index++)
      for (const { shadowRoot } of roots()[index]?.querySelectorAll("*") ?? []) if (shadowRoot) shadowRoots.push(shadowRoot);

    const serialise = (): string => {
      const html = document.documentElement;
      const opening = (html.cloneNode(false) as Element).outerHTML;
      const sheets = roots().map((root) => root.styleSheets.length + root.adoptedStyleSheets.length);
      return `${opening}\n${html.getHTML({ shadowRoots })}\nstyle sheets: ${sheets.join()}`;
    };
    const changes: string[] = [];
    const note = (records: MutationRecord[]): void => {
      for (const { type, target, addedNodes, removedNodes } of records) {
        const added = [...addedNodes].map((node) => `+${node.nodeName}`);
        const removed = [...removedNodes].map((node) => `-${node.nodeName}`);
        changes.push([type, target.nodeName, ...added, ...removed].join(" "));
      }
    };
    const observer = new MutationObserver(note);
    for (const root of roots()) observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    const takeChanges = (): string[] => {
      note(observer.takeRecords());
      return changes.splice(0);
    };
    Object.assign(window, { pageWatch: { asParsed: serialise(), serialise, takeChanges } satisfies Watch });
  });
}
