import { useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { CountryPicker } from "../ui/country-picker.tsx";
import { formatAtCaret } from "../ui/format-at-caret.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { eraseLast, pickCountry, shownCountry, type NumberEntry } from "./number-entry.ts";

interface NumberFieldProps {
  entry: NumberEntry;
  onChange: (entry: NumberEntry) => void;
  onEnter: () => void;
  hasProblem: boolean;
}

/** The field for a number or a name. Numbers are written their country's way while they are typed. */
export function NumberField({ entry, onChange, onEnter, hasProblem }: NumberFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number>(undefined);
  // React puts the caret at the end when it writes a value that was not typed so; it goes back to where the person was.
  useLayoutEffect(() => {
    if (caret.current !== undefined) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });

  const type = (field: HTMLInputElement) => {
    const typed = formatAtCaret({ text: field.value, caret: field.selectionStart ?? field.value.length }, entry.country);
    caret.current = typed.caret;
    onChange({ ...entry, text: typed.text });
  };
  const pressEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };

  return (
    <div className="number-field" data-problem={hasProblem || undefined}>
      <CountryPicker
        label="Country of the number"
        country={shownCountry(entry)}
        onPick={(country) => onChange(pickCountry(entry, country))}
      />
      <input
        ref={input}
        className="number-input figures"
        data-long={entry.text.length > 15 || undefined}
        aria-label="Number or name"
        aria-describedby="destination"
        aria-invalid={hasProblem || undefined}
        placeholder="Number or name"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the popup is opened in order to type here
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
        value={entry.text}
        onChange={(event) => type(event.target)}
        onKeyDown={pressEnter}
      />
      {entry.text !== "" && (
        <IconButton
          icon="backspace"
          label="Delete the last digit"
          onClick={() => {
            onChange(eraseLast(entry));
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}
