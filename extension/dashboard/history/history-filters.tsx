import { i18n } from "#i18n";
import { useEffect, useState } from "react";
import type { CallStatistics } from "#shared/api/call-statistics.ts";
import { countryName } from "#shared/phone-number.ts";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { useNow } from "../../ui/use-now.ts";
import { useSettled } from "../../ui/use-settled.ts";
import { nameOfRange, rangeNames, rangeOf, type RangeName } from "./date-ranges.ts";
import { isFiltered, statusChoices, viewOf, type HistoryView, type StatusChoice } from "./history-view.ts";

interface HistoryFiltersProps {
  view: HistoryView;
  /** What the whole history has, for the countries and contacts to choose from. */
  whole: CallStatistics | undefined;
  onChange: (change: Partial<HistoryView>, options?: { isTyping: boolean }) => void;
}

/** What of the history is wanted: when, where, who, how it went, and any text. */
export function HistoryFilters({ view, whole, onChange }: HistoryFiltersProps) {
  return (
    <search className="history-filters">
      <TextFilter text={view.text} onChange={(text) => onChange({ text }, { isTyping: true })} />
      <RangeFilter view={view} onChange={onChange} />
      <Choice
        label={i18n.t("history.filter.country")}
        all={i18n.t("history.filter.anyCountry")}
        value={view.country ?? ""}
        options={countryOptions(view, whole)}
        onChoose={(value) => onChange({ country: viewOf(`?country=${value}`).country })}
      />
      <Choice
        label={i18n.t("history.filter.contact")}
        all={i18n.t("history.filter.anyContact")}
        value={view.contactId ?? ""}
        options={contactOptions(view, whole)}
        onChoose={(value) => onChange({ contactId: viewOf(`?contact=${value}`).contactId })}
      />
      <Choice
        label={i18n.t("history.filter.status")}
        all={i18n.t("history.filter.anyStatus")}
        value={view.status ?? ""}
        options={statusChoices.map((choice) => ({ value: choice, text: statusText(choice) }))}
        onChoose={(value) => onChange({ status: statusChoices.find((choice) => choice === value) })}
      />
      {isFiltered(view) && (
        <button
          type="button"
          className="button button-link"
          onClick={() => onChange({ ...viewOf(""), shows: view.shows, by: view.by })}
        >
          {i18n.t("history.filter.clear")}
        </button>
      )}
    </search>
  );
}

function statusText(choice: StatusChoice): string {
  return i18n.t(`history.status.${choice}`);
}

/** A text is looked for once the typing rests; the address follows the same way. */
function TextFilter({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const [shown, setShown] = useState(text);
  // What the address says, by the back button say, wins over what was typed before it.
  if (shown !== text) {
    setShown(text);
    setTyped(text);
  }
  const settled = useSettled(typed);
  useEffect(() => {
    if (settled === typed && settled !== text) onChange(settled);
    // Only when typing rests: `text` and `onChange` change because of this.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [settled]);
  return (
    <div className="search-field">
      <Icon name="search" />
      <input
        className="input"
        type="search"
        aria-label={i18n.t("history.filter.search")}
        placeholder={i18n.t("history.filter.searchHint")}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}

function RangeFilter({ view, onChange }: Pick<HistoryFiltersProps, "view" | "onChange">) {
  const nowMs = useNow(undefined);
  const isAnyTime = view.from === undefined && view.to === undefined;
  const name = nameOfRange(view, nowMs);
  const [isChoosing, setIsChoosing] = useState(false);
  const shown = isChoosing ? "days" : isAnyTime ? "" : (name ?? "days");
  const choose = (value: string) => {
    setIsChoosing(value === "days");
    const chosen = rangeNames.find((range) => range === value);
    if (value !== "days") onChange(chosen ? rangeOf(chosen, nowMs) : { from: undefined, to: undefined });
  };
  return (
    <>
      <Choice
        label={i18n.t("history.filter.when")}
        all={i18n.t("history.filter.anyTime")}
        value={shown}
        options={[
          ...rangeNames.map((range) => ({ value: range, text: rangeText(range) })),
          { value: "days", text: i18n.t("history.range.days") },
        ]}
        onChoose={choose}
      />
      {shown === "days" && (
        <span className="history-days">
          <input
            className="input"
            type="date"
            aria-label={i18n.t("history.filter.from")}
            value={view.from ?? ""}
            max={view.to}
            onChange={(event) => onChange({ from: event.target.value || undefined })}
          />
          <span aria-hidden="true">–</span>
          <input
            className="input"
            type="date"
            aria-label={i18n.t("history.filter.to")}
            value={view.to ?? ""}
            min={view.from}
            onChange={(event) => onChange({ to: event.target.value || undefined })}
          />
        </span>
      )}
    </>
  );
}

function rangeText(name: RangeName): string {
  return i18n.t(`history.range.${name}`);
}

interface ChoiceProps {
  label: string;
  /** What stands for no choice. */
  all: string;
  value: string;
  options: { value: string; text: string }[];
  onChoose: (value: string) => void;
}

function Choice({ label, all, value, options, onChoose }: ChoiceProps) {
  return (
    <select
      className="input"
      aria-label={label}
      value={value}
      data-chosen={value !== "" || undefined}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

function countryOptions({ country }: HistoryView, whole: CallStatistics | undefined) {
  const called = new Set<string>(whole?.byCountry.map(({ countryCode }) => countryCode ?? "none"));
  // What the address names is shown, whether or not anybody was called there.
  if (country) called.add(country);
  const options = [...called].map((value) => ({ value, text: countryText(viewOf(`?country=${value}`).country) }));
  return options.toSorted((a, b) => a.text.localeCompare(b.text, language));
}

export function countryText(country: HistoryView["country"] | null): string {
  return country && country !== "none" ? countryName(country, language) : i18n.t("ui.international");
}

function contactOptions({ contactId }: HistoryView, whole: CallStatistics | undefined) {
  const called = whole?.byContact.flatMap((contact) =>
    contact.contactId ? [{ value: contact.contactId, text: contact.contactName ?? contact.contactId }] : [],
  );
  const options = (called ?? []).toSorted((a, b) => a.text.localeCompare(b.text, language));
  const isMissing = contactId !== undefined && !options.some(({ value }) => value === contactId);
  return isMissing ? [...options, { value: contactId, text: i18n.t("history.filter.thisContact") }] : options;
}
