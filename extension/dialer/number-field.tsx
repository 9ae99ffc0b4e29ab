import { i18n } from "#i18n";
import { useLayoutEffect, useRef, type ClipboardEvent, type KeyboardEvent } from "react";
import { CountryPicker } from "../ui/country-picker.tsx";
import { formatAtCaret } from "../ui/format-at-caret.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { eraseLast, pickCountry, shownCountry, zeroToPlus, type NumberEntry } from "./number-entry.ts";

interface NumberFieldProps {
  entry: NumberEntry;
  onChange: (entry: NumberEntry) => void;
  /** A text that is more than a number was pasted over all that stood there. */
  onPaste: (text: string) => void;
  onEnter: () => void;
  hasProblem: boolean;
}

/** The field for a number or a name. Numbers are written their country's way while they are typed. */
export function NumberField({ entry, onChange, onPaste, onEnter, hasProblem }: NumberFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | undefined>(entry.text.length);
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
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const at = event.currentTarget.selectionStart ?? entry.text.length;
    const before = entry.text.slice(0, at);
    const isHeldZero = event.key === "0" && event.repeat;
    if (event.key === "Enter" && !event.nativeEvent.isComposing) onEnter();
    else if (isHeldZero && /^\D*0\D*$/.test(before)) onChange(zeroToPlus(entry, at));
    // The key is still down after it has made a plus.
    else if (!isHeldZero || !before.endsWith("+")) return;
    event.preventDefault();
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData("text/plain");
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const replacesAll = selectionStart === 0 && selectionEnd === value.length;
    // A number alone goes in like any other typing, wherever the caret is.
    if (!replacesAll || !/[\p{L}\n:;/]/u.test(text)) return;
    event.preventDefault();
    onPaste(text);
  };

  return (
    <div className="number-field" data-problem={hasProblem || undefined}>
      <CountryPicker
        label={i18n.t("dialer.field.country")}
        country={shownCountry(entry)}
        onPick={(country) => onChange(pickCountry(entry, country))}
      />
      <input
        ref={input}
        className="number-input figures"
        data-long={entry.text.length > 15 || undefined}
        // An empty field has the page's direction, for its placeholder; what is typed has its own.
        dir={entry.text === "" ? undefined : "auto"}
        aria-label={i18n.t("dialer.field.label")}
        aria-describedby="destination"
        aria-invalid={hasProblem || undefined}
        placeholder={i18n.t("dialer.field.label")}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the popup is opened in order to type here
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
        value={entry.text}
        onChange={(event) => type(event.target)}
        onKeyDown={press}
        onPaste={paste}
      />
      {entry.text !== "" && (
        <IconButton
          icon="backspace"
          label={i18n.t("dialer.field.erase")}
          onClick={() => {
            onChange(eraseLast(entry));
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}
