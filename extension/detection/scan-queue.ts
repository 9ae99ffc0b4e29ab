/** The parts of a page that wait to be scanned. A part inside another that waits as well is scanned once, with it. */
export class ScanQueue {
  readonly #waiting = new Set<Node>();

  add(node: Node): void {
    this.#waiting.add(node);
  }

  /** The next part that still stands in the page, first come first served. */
  take(): Node | undefined {
    for (const node of this.#waiting) {
      this.#waiting.delete(node);
      if (node.isConnected && !this.#hasAncestorOf(node)) return node;
    }
    return undefined;
  }

  #hasAncestorOf(node: Node): boolean {
    if (this.#waiting.size === 0) return false;
    for (let parent = node.parentNode; parent; parent = parent.parentNode) if (this.#waiting.has(parent)) return true;
    return false;
  }
}
