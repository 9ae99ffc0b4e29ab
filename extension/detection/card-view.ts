import { cardText, type CardText } from "./card-text.ts";
import type { CardState } from "./card-state.ts";

export interface CardActions {
  onCall(): void;
  /** Takes the way out of a failure that is not to call again. */
  onStep(): void;
  onHangUp(): void;
  onSendExtension(): void;
  onClose(): void;
}

export interface CardView {
  element: HTMLElement;
  show(state: CardState): void;
  setSide(side: "below" | "above"): void;
  /** Stops the timer of a running call. */
  stop(): void;
}

const tickMs = 250;

/** The card's own nodes: made once, filled anew with every state, never by HTML text. */
export function createCardView(page: Document, actions: CardActions): CardView {
  const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string): HTMLElementTagNameMap[Tag] => {
    const element = page.createElement(tag);
    element.className = className;
    return element;
  };
  const card = make("section", "card");
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", "Call this number");
  const badge = make("span", "badge");
  badge.setAttribute("aria-hidden", "true");
  const title = make("strong", "title");
  const subtitle = make("span", "subtitle");
  const status = make("span", "status");
  status.setAttribute("role", "status");
  const rate = make("span", "rate");
  const place = make("span", "place");
  const notice = make("p", "notice");
  const call = button(make("button", "call"), phoneIcon(page), () => actions.onCall());
  const step = button(make("button", "call"), undefined, () => actions.onStep());
  const hangUp = button(make("button", "hang-up"), phoneIcon(page), () => actions.onHangUp());
  const sendExtension = button(make("button", "extension"), undefined, () => actions.onSendExtension());
  const close = button(make("button", "close"), crossIcon(page), () => actions.onClose());
  const names = make("div", "names");
  names.append(title, subtitle);
  const head = make("header", "head");
  head.append(badge, names, close);
  const foot = make("footer", "foot");
  const facts = make("div", "facts");
  facts.append(status, rate, place);
  foot.append(facts, sendExtension, call, step, hangUp);
  card.append(head, notice, foot);

  let timer: ReturnType<typeof setInterval> | undefined;
  const fill = (text: CardText): void => {
    card.dataset["tone"] = text.tone;
    set(badge, text.badge);
    set(title, text.title);
    set(subtitle, text.subtitle);
    set(status, text.status);
    set(rate, text.rate);
    set(place, text.place);
    set(notice, text.notice);
    setLabel(call, text.callLabel);
    setLabel(step, text.stepLabel);
    setLabel(hangUp, text.hangUpLabel);
    setLabel(sendExtension, text.extensionLabel);
    close.hidden = text.tone === "offer";
    close.setAttribute("aria-label", "Close");
  };
  const stop = (): void => clearInterval(timer);
  return {
    element: card,
    show(state) {
      stop();
      fill(cardText(state, Date.now()));
      if (state.status === "call" && state.call.status === "answered")
        timer = setInterval(() => fill(cardText(state, Date.now())), tickMs);
    },
    setSide(side) {
      card.dataset["side"] = side;
    },
    stop,
  };
}

function button(element: HTMLButtonElement, icon: SVGSVGElement | undefined, onClick: () => void): HTMLButtonElement {
  element.type = "button";
  if (icon) element.append(icon);
  element.append(element.ownerDocument.createElement("span"));
  // A page cannot reach into the closed root, but it can dispatch on what it finds from outside: only a person calls.
  element.addEventListener("click", (event) => event.isTrusted && onClick());
  return element;
}

function set(element: HTMLElement, text: string | undefined): void {
  element.hidden = !text;
  if (element.textContent !== (text ?? "")) element.textContent = text ?? "";
}

function setLabel(element: HTMLButtonElement, label: string | undefined): void {
  element.hidden = !label;
  const span = element.querySelector("span");
  if (span) set(span, label);
}

const handset =
  "M6.5 3h2.2c.5 0 .9.3 1.1.8l1.2 3c.2.4.1.9-.3 1.3L9.1 9.7a13 13 0 0 0 5.2 5.2l1.6-1.6c.4-.4.9-.5 1.3-.3l3 1.2c.5.2.8.6.8 1.1v2.2c0 1.400-1.2 2.5-2.6 2.4C10.900 19.300 4.700 13.100 4 5.600 3.900 4.200 5.100 3 6.500 3z";

function phoneIcon(page: Document): SVGSVGElement {
  return icon(page, { path: handset, isFilled: true });
}

function crossIcon(page: Document): SVGSVGElement {
  return icon(page, { path: "M6 6l12 12M18 6L6 18", isFilled: false });
}

function icon(page: Document, { path, isFilled }: { path: string; isFilled: boolean }): SVGSVGElement {
  const svg = page.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", isFilled ? "filled" : "drawn");
  const shape = page.createElementNS("http://www.w3.org/2000/svg", "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}
