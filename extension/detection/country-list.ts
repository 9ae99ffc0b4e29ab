import type { CountryCode } from "#shared/phone-number.ts";
import { filterCountries, type CountryOption } from "../ui/filter-countries.ts";
import { language } from "../ui/language.ts";
import { leftToRight } from "../ui/left-to-right.ts";
import { flagOf } from "../ui/flag-of.ts";
import { setText, type CardElements } from "./card-elements.ts";
import { cardWords } from "./card-words.ts";
import { listCountryOptions } from "./country-names.ts";

/** All countries, searched by name, code or calling code: a combobox with its list always open (ARIA Authoring Practices). */
export interface CountryList {
  element: HTMLElement;
  focus(): void;
  hasFocus(): boolean;
}

interface CountryListParts {
  /** The country as of now, which the list begins with. */
  current: CountryCode | undefined;
  onPick: (country: CountryCode) => void;
}

export function createCountryList({ make }: CardElements, { current, onPick }: CountryListParts): CountryList {
  const countries = listCountryOptions(language);
  const element = make("div", "countries");
  const search = make("input", "country-search");
  const list = make("ul", "country-list");
  const none = make("p", "no-country");
  element.append(search, list, none);
  list.id = "country-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", cardWords.countries);
  setAttributes(search, {
    role: "combobox",
    "aria-label": cardWords.searchCountries,
    "aria-expanded": "true",
    "aria-controls": list.id,
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: cardWords.countryOrCode,
  });

  const toRow = ({ country, name, callingCode }: CountryOption): HTMLElement => {
    const row = make("li", "country-option");
    row.id = `country-${country}`;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", String(country === current));
    for (const [className, text] of [
      ["flag", flagOf(country)],
      ["option-name", name],
      ["code", leftToRight(`+${callingCode}`)],
    ] as const) {
      const cell = make("span", className);
      cell.textContent = text;
      row.append(cell);
    }
    row.addEventListener("click", (event) => event.isTrusted && onPick(country));
    return row;
  };
  let shown: CountryOption[] = [];
  let activeIndex = 0;
  const activate = (index: number): void => {
    list.children[activeIndex]?.removeAttribute("data-active");
    activeIndex = Math.max(0, Math.min(shown.length - 1, index));
    const row = list.children[activeIndex];
    row?.setAttribute("data-active", "");
    row?.scrollIntoView({ block: "nearest" });
    setAttributes(search, { "aria-activedescendant": row?.id ?? "" });
  };
  const fill = (query: string): void => {
    shown = filterCountries(countries, query);
    list.replaceChildren(...shown.map(toRow));
    list.hidden = shown.length === 0;
    setText(none, shown.length === 0 ? cardWords.noCountryFound({ example: leftToRight("+44") }) : undefined);
    activate(query === "" ? shown.findIndex(({ country }) => country === current) : 0);
  };
  search.addEventListener("input", () => fill(search.value));
  search.addEventListener("keydown", (event) => {
    const picked = shown[activeIndex];
    if (event.key === "ArrowDown") activate(activeIndex + 1);
    else if (event.key === "ArrowUp") activate(activeIndex - 1);
    else if (event.key === "Enter" && picked && event.isTrusted) onPick(picked.country);
    else return;
    event.preventDefault();
  });
  return {
    element,
    focus() {
      search.focus({ preventScroll: true });
      fill("");
    },
    hasFocus: () => element.contains((element.getRootNode() as ShadowRoot).activeElement),
  };
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
