import { boxAround, elementOf } from "./visibility.ts";

/**
 * Numbers that nobody can see yet: in a closed menu, another tab, the rest of an accordion. They are not marked, and come up for reading when
 * they are shown, whichever way the page does it.
 */
export class HiddenPlaces {
  readonly #onShown: (node: Node) => void;
  readonly #nodesIn = new WeakMap<Element, Set<Node>>();
  readonly #observer: IntersectionObserver;

  constructor(onShown: (node: Node) => void, signal: AbortSignal) {
    this.#onShown = onShown;
    // What is not laid out intersects with nothing, so this tells of its being shown and costs nothing until then.
    this.#observer = new IntersectionObserver((entries) => this.#handleEntries(entries), {
      rootMargin: "100%",
      scrollMargin: "100%",
    });
    signal.addEventListener("abort", () => this.#observer.disconnect());
  }

  add(node: Node): void {
    const element = elementOf(node);
    const box = element && boxAround(element);
    if (!box) return;
    const nodes = this.#nodesIn.get(box) ?? new Set();
    this.#nodesIn.set(box, nodes.add(node));
    this.#observer.observe(box);
  }

  #handleEntries(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.#observer.unobserve(target);
      for (const node of this.#nodesIn.get(target) ?? []) this.#onShown(node);
      this.#nodesIn.delete(target);
    }
  }
}
