import { i18n } from "#i18n";
import { useDeferredValue, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { callingCodeOf, countryName, listCountries, type CountryCode } from "#shared/phone-number.ts";
import "./country-picker.css";
import { filterCountries } from "./filter-countries.ts";
import { Flag } from "./flag.tsx";
import { Icon } from "./icon.tsx";
import { language } from "./language.ts";
import { leftToRight } from "./left-to-right.ts";

interface CountryPickerProps {
  country: CountryCode;
  onPick: (country: CountryCode) => void;
  /** What the country is for, said before its name. */
  label: string;
  /** Whether the closed control shows the country's name beside its flag. */
  showsName?: boolean;
}

/** A flag and a calling code that open a list of all countries, searched by name, code or calling code. */
export function CountryPicker({ country, onPick, label, showsName = false }: CountryPickerProps) {
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  // Some 240 rows that most people never open: they are made when somebody does.
  const countries = useMemo(() => (isOpen ? listCountries(language) : []), [isOpen]);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const shown = filterCountries(countries, useDeferredValue(query));
  const name = countryName(country, language);
  const callingCode = callingCodeOf(country);

  const pick = (picked: CountryCode | undefined) => {
    if (!picked) return;
    popover.current?.hidePopover();
    onPick(picked);
  };
  const move = (to: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, to));
    setActive(next);
    popover.current?.querySelectorAll("[role=option]")[next]?.scrollIntoView({ block: "nearest" });
  };
  const steer = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") move(active + 1);
    else if (event.key === "ArrowUp") move(active - 1);
    else if (event.key === "Enter") pick(shown[active]?.country);
    // Unhandled, Escape would close the whole toolbar popup, not this list.
    else if (event.key === "Escape") popover.current?.hidePopover();
    else return;
    event.preventDefault();
  };
  const settle = () => {
    move(countries.findIndex((option) => option.country === country));
    search.current?.focus();
  };

  return (
    <>
      <button
        type="button"
        className="country-button"
        popoverTarget={id}
        style={{ anchorName: `--country-${id}` }}
        aria-haspopup="listbox"
        aria-label={i18n.t("ui.currentCountry", {
          label,
          country: name,
          callingCode: leftToRight(`+${callingCode}`),
        })}
      >
        <Flag country={country} />
        {showsName && <span className="country-name">{name}</span>}
        <span className="figures" dir="ltr">
          +{callingCode}
        </span>
        <Icon name="chevron-down" />
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        className="country-popover"
        style={{ positionAnchor: `--country-${id}` }}
        onBeforeToggle={(event) => {
          setIsOpen(event.newState === "open");
          setQuery("");
        }}
        onToggle={(event) => event.newState === "open" && settle()}
      >
        <div className="search-field">
          <Icon name="search" />
          <input
            ref={search}
            className="input"
            role="combobox"
            aria-label={i18n.t("ui.searchCountries")}
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={shown[active] && `${id}-${shown[active].country}`}
            aria-autocomplete="list"
            placeholder={i18n.t("ui.countryOrCode")}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              move(0);
            }}
            onKeyDown={steer}
          />
        </div>
        <ul id={`${id}-list`} role="listbox" aria-label={i18n.t("ui.countries")} className="country-list">
          {shown.map((option, index) => (
            // The list is steered from the search field by aria-activedescendant, so its options take no focus of their own.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <li
              key={option.country}
              id={`${id}-${option.country}`}
              role="option"
              aria-selected={option.country === country}
              className="country-option"
              data-active={index === active || undefined}
              onClick={() => pick(option.country)}
            >
              <Flag country={option.country} />
              <span className="country-name">{option.name}</span>
              <span className="country-code figures" dir="ltr">
                +{option.callingCode}
              </span>
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p className="country-none">{i18n.t("ui.noCountryFound", { example: leftToRight("+44") })}</p>}
      </div>
    </>
  );
}
