import { direction, language } from "../ui/language.ts";
import { createCardElements, setText } from "./card-elements.ts";
import { createCardFoot } from "./card-foot.ts";
import { createCardHead } from "./card-head.ts";
import type { CardActions } from "./card-part.ts";
import { createCardPlace } from "./card-place.ts";
import type { CardState } from "./card-state.ts";
import { cardText } from "./card-text.ts";
import { createCardTools } from "./card-tools.ts";
import type { CardPlace } from "./place-card.ts";

export interface CardView {
  element: HTMLElement;
  /** Shows the card of another number than before. */
  begin(state: CardState): void;
  /** Shows another state of the same number. */
  show(state: CardState): void;
  setSide(side: CardPlace["side"]): void;
  /** Reads a sentence out to those who do not see the card appear. */
  announce(sentence: string): void;
  /** Takes the list of countries away, if it is there. Says whether it was. */
  closeList(): boolean;
  /** Puts the focus on the first thing to press. */
  focus(): void;
  /** Stops the clocks. */
  stop(): void;
}

const callTickMs = 250;
const clockTickMs = 5_000;

/** The card's own nodes: made once, filled anew with every state. */
export function createCardView(page: Document, actions: CardActions): CardView {
  const elements = createCardElements(page);
  const card = elements.make("section", "card");
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-labelledby", "title");
  // The page may be in another language, which runs the other way.
  card.lang = language;
  card.dir = direction;
  const head = createCardHead(elements, actions);
  const place = createCardPlace(page, elements, actions);
  const notice = elements.make("p", "notice");
  notice.setAttribute("role", "status");
  const foot = createCardFoot(elements, actions);
  const tools = createCardTools(elements, actions);
  const announcement = elements.make("p", "announcement");
  announcement.setAttribute("role", "status");
  card.append(head.element, place.element, notice, foot.element, tools.element, announcement);

  let timer: ReturnType<typeof setInterval> | undefined;
  const fill = (state: CardState): void => {
    const text = cardText(state, { nowMs: Date.now(), language });
    card.dataset["tone"] = text.tone;
    setText(notice, text.notice);
    for (const part of [head, place, foot, tools]) part.show(text);
  };
  const stop = (): void => clearInterval(timer);
  const show = (state: CardState): void => {
    stop();
    fill(state);
    timer = setInterval(() => fill(state), state.status === "call" ? callTickMs : clockTickMs);
  };
  return {
    element: card,
    show,
    begin(state) {
      place.closeList();
      tools.reset();
      setText(announcement, undefined);
      card.scrollTop = 0;
      show(state);
    },
    setSide(side) {
      card.dataset["side"] = side;
    },
    announce(sentence) {
      // A live region that comes with its words in it is not read out.
      requestAnimationFrame(() => setText(announcement, sentence));
    },
    closeList: () => place.closeList(),
    focus() {
      [...card.querySelectorAll<HTMLElement>(".buttons button, .close")]
        .find((element) => element.checkVisibility())
        ?.focus({ preventScroll: true });
    },
    stop,
  };
}
