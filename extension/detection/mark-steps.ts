import type { PageCards } from "./card-session.ts";
import type { Highlighter } from "./highlighter.ts";
import type { Mark } from "./mark.ts";
import { mostPageNumbers } from "./most-page-numbers.ts";
import type { NumberPlace, PageNumbers } from "./page-numbers.ts";
import { isElement } from "./node-kinds.ts";

export interface MarkStepsParts {
  highlighter: Highlighter;
  cards: PageCards;
}

/** Goes through the marks of a frame for whoever is not pointing at one. */
export interface MarkSteps {
  read(): PageNumbers;
  /** Scrolls a number into view and paints it as looked at. */
  pointOut(place: NumberPlace): void;
  /** The same, with its card, which reads the sentence out. */
  show(place: NumberPlace, sentence: string): void;
  /** Goes back to none. */
  leave(): void;
}

export function createMarkSteps({ highlighter, cards }: MarkStepsParts): MarkSteps {
  let current: Mark | undefined;
  const inOrder = (): Mark[] => [...highlighter.marks].toSorted(inPageOrder).slice(0, mostPageNumbers);
  const bringIntoView = (place: NumberPlace): Mark | undefined => {
    const marks = inOrder();
    const atPlace = marks[place.index];
    const mark = atPlace?.number.e164 === place.number ? atPlace : marks.find(({ number }) => number.e164 === place.number);
    elementOf(mark)?.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    return mark;
  };
  return {
    read() {
      const marks = inOrder();
      const index = current ? marks.indexOf(current) : -1;
      return {
        numbers: marks.map(({ number }) => ({ number: number.e164, extension: number.extension })),
        current: index === -1 ? undefined : index,
      };
    },
    pointOut(place) {
      highlighter.setActive(bringIntoView(place)?.range);
    },
    show(place, sentence) {
      current = bringIntoView(place);
      if (current) cards.show(current, sentence);
    },
    leave() {
      current = undefined;
      highlighter.setActive(undefined);
      cards.close();
    },
  };
}

function elementOf(mark: Mark | undefined): Element | null | undefined {
  const node = mark?.range.startContainer;
  return isElement(node) ? node : node?.parentElement;
}

/** What stands in a shadow tree stands where the tree's host does. */
function inPageOrder({ range: one }: Mark, { range: other }: Mark): number {
  const isTogether = one.startContainer.getRootNode() === other.startContainer.getRootNode();
  const before = isTogether ? one.startContainer : hostOf(one.startContainer);
  const after = isTogether ? other.startContainer : hostOf(other.startContainer);
  if (before === after) return one.startOffset - other.startOffset;
  return before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function hostOf(node: Node): Node {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? hostOf(root.host) : node;
}
