import type { CountryCode, E164 } from "#shared/phone-number.ts";

/** A number that a person may call from the page. */
export interface CallableNumber {
  e164: E164;
  country: CountryCode | undefined;
  international: string;
  extension: string | undefined;
}

/** A number in its place on the page. */
export interface Mark {
  number: CallableNumber;
  /** A static range: live ones cost the page 70 times as much at each of its changes. */
  range: StaticRange;
  /** The text nodes it covers, first to last; none in a `tel:` link that is a picture. */
  nodes: readonly Text[];
}

/** Where a mark is: its text nodes, or the link that has none. */
export function placesOf({ nodes, range }: Mark): readonly Node[] {
  return nodes.length > 0 ? nodes : [range.startContainer];
}

/** Which numbers stand in which nodes. Forgets nodes that the page has dropped. */
export class MarkIndex {
  readonly #marksOf = new WeakMap<Node, Mark[]>();

  add(mark: Mark): void {
    for (const node of placesOf(mark)) this.#marksOf.set(node, [...this.at(node), mark]);
  }

  at(node: Node): readonly Mark[] {
    return this.#marksOf.get(node) ?? [];
  }

  remove(mark: Mark): void {
    for (const node of placesOf(mark)) {
      const others = this.at(node).filter((other) => other !== mark);
      if (others.length > 0) this.#marksOf.set(node, others);
      else this.#marksOf.delete(node);
    }
  }
}
