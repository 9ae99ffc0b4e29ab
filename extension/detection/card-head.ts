import { cardWords } from "./card-words.ts";
import { setText, type CardElements } from "./card-elements.ts";
import type { CardActions, CardPart } from "./card-part.ts";

/** Who or which number it is, and the way out. */
export function createCardHead({ make, button }: CardElements, { onClose }: Pick<CardActions, "onClose">): CardPart {
  const element = make("header", "head");
  const badge = make("span", "badge");
  badge.setAttribute("aria-hidden", "true");
  const title = make("strong", "title");
  title.id = "title";
  const subtitle = make("span", "subtitle");
  const company = make("span", "subtitle");
  const names = make("div", "names");
  names.append(title, company, subtitle);
  const close = button("quiet close", { icon: "cross" }, onClose);
  close.setAttribute("aria-label", cardWords.close);
  element.append(badge, names, close);
  return {
    element,
    show(text) {
      setText(badge, text.badge);
      setText(title, text.title);
      setText(subtitle, text.subtitle);
      setText(company, text.company);
    },
  };
}
