import type { CountryCode } from "#shared/phone-number.ts";
import { flagOf } from "../ui/flag-of.ts";
import { cardIcon } from "./card-icon.ts";
import { setText, type CardElements } from "./card-elements.ts";
import type { CardActions, CardPart } from "./card-part.ts";
import { cardWords } from "./card-words.ts";
import { createCountryList, type CountryList } from "./country-list.ts";

export interface CardPlace extends CardPart {
  /** Takes the list of countries away, if it is there. Says whether it was. */
  closeList(): boolean;
}

/** Where the number is from and why, the list from which to choose another country, and what time it is there. */
export function createCardPlace(
  page: Document,
  elements: CardElements,
  { onChooseCountry }: Pick<CardActions, "onChooseCountry">,
): CardPlace {
  const { make, button } = elements;
  const element = make("div", "place");
  const country = make("p", "country");
  const flag = make("span", "flag");
  flag.setAttribute("aria-hidden", "true");
  const name = make("span", "country-name");
  const reason = make("span", "reason");
  const words = make("span", "country-words");
  words.append(name, reason);
  const change = button("quiet change", { label: cardWords.change }, () => (list ? closeList() : openList()));
  change.append(cardIcon(page, "down"));
  change.setAttribute("aria-expanded", "false");
  country.append(flag, words, change);
  const clock = make("p", "clock");
  const time = make("span", "time");
  const quiet = make("span", "quiet-hours");
  clock.append(cardIcon(page, "clock"), time, quiet);
  element.append(country, clock);

  let list: CountryList | undefined;
  let shown: CountryCode | undefined;
  const openList = (): void => {
    list = createCountryList(elements, { current: shown, onPick: pick });
    country.after(list.element);
    change.setAttribute("aria-expanded", "true");
    list.focus();
  };
  const closeList = (): boolean => {
    if (!list) return false;
    const hadFocus = list.hasFocus();
    list.element.remove();
    list = undefined;
    change.setAttribute("aria-expanded", "false");
    if (hadFocus) change.focus();
    return true;
  };
  const pick = (picked: CountryCode): void => {
    closeList();
    onChooseCountry(picked);
  };
  return {
    element,
    closeList,
    show({ place, time: timeText, quiet: quietText }) {
      element.hidden = !place;
      shown = place?.flag;
      setText(flag, place?.flag && flagOf(place.flag));
      setText(name, place?.country);
      setText(reason, place?.reason);
      change.hidden = !place?.isChoosable;
      if (!place?.isChoosable) closeList();
      clock.hidden = !timeText;
      setText(time, timeText);
      setText(quiet, quietText);
    },
  };
}
