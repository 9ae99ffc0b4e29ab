const beginsWithWord = /^\s*\p{L}/u;

/**
 * The parts of a page that wait to be scanned. A part inside another that waits as well is scanned once, with it. Behind all of them come
 * the texts that stand after a part, which may have been its label and be so no longer.
 */
export class ScanQueue {
  readonly #waiting = new Set<Node>();
  readonly #following = new Set<Node>();

  add(node: Node): void {
    this.#waiting.add(node);
  }

  /** Adds the text after a part, if it begins with a number for all one can see. */
  addFollowing(text: Text | undefined): void {
    if (text && !beginsWithWord.test(text.data)) this.#following.add(text);
  }

  /** The next part that still stands in the page, first come first served. */
  take(): { node: Node; isFollowing: boolean } | undefined {
    for (const node of this.#waiting) {
      this.#waiting.delete(node);
      if (node.isConnected && !this.#hasAncestorOf(node)) return { node, isFollowing: false };
    }
    for (const node of this.#following) {
      this.#following.delete(node);
      if (node.isConnected) return { node, isFollowing: true };
    }
    return undefined;
  }

  #hasAncestorOf(node: Node): boolean {
    if (this.#waiting.size === 0) return false;
    for (let parent = node.parentNode; parent; parent = parent.parentNode) if (this.#waiting.has(parent)) return true;
    return false;
  }
}
