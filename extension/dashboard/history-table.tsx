import { i18n } from "#i18n";
import { useCallback, useId, useState } from "react";
import type { Call } from "#shared/api/calls.ts";
import type { CallId } from "#shared/ids.ts";
import { formatMoney } from "../ui/format-money.ts";
import { outcomeOf } from "../shell/call-outcome.ts";
import { partyOfCall, titleOf } from "../shell/party.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Flag } from "../ui/flag.tsx";
import { formatDuration, speakDuration } from "../ui/format-duration.ts";
import { formatTime } from "../ui/format-when.ts";
import { Icon } from "../ui/icon.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { language } from "../ui/language.ts";
import { CallDetails } from "./history/call-details.tsx";
import { countryText } from "./history/history-filters.tsx";
import type { Day } from "./group-by-day.ts";
import "./history.css";

interface HistoryTableProps {
  days: Day<Call>[];
  /** The call that somebody came to see. */
  sought?: CallId | undefined;
  onCallAgain: (number: string) => void;
}

export function HistoryTable({ days, sought, onCallAgain }: HistoryTableProps) {
  return (
    <div className="table-place">
      <table className="history figures">
        <thead>
          <tr>
            <th scope="col">{i18n.t("history.column.called")}</th>
            <th scope="col">{i18n.t("history.column.country")}</th>
            <th scope="col">{i18n.t("history.column.status")}</th>
            <th scope="col" className="number-cell">
              {i18n.t("history.column.time")}
            </th>
            <th scope="col" className="number-cell">
              {i18n.t("history.column.duration")}
            </th>
            <th scope="col" className="number-cell">
              {i18n.t("history.column.cost")}
            </th>
            <th scope="col">
              <span className="visually-hidden">{i18n.t("history.detail.callAgain")}</span>
            </th>
          </tr>
        </thead>
        {days.map((day) => (
          <tbody key={day.title}>
            <tr>
              <th scope="rowgroup" colSpan={7} className="history-day">
                {day.title}
              </th>
            </tr>
            {day.items.map((call) => (
              <CallRow key={call.id} call={call} isSought={call.id === sought} onCallAgain={() => onCallAgain(call.toNumber)} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface CallRowProps {
  call: Call;
  isSought: boolean;
  onCallAgain: () => void;
}

function CallRow({ call, isSought, onCallAgain }: CallRowProps) {
  const party = partyOfCall(call);
  const outcome = outcomeOf(call);
  const showOnce = useCallback((row: HTMLTableRowElement | null) => {
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
  }, []);
  const details = useId();
  const [isOpen, setIsOpen] = useState(isSought);
  return (
    <>
      <tr {...(isSought && { ref: showOnce, tabIndex: -1, "aria-current": true })}>
        <th scope="row">
          <span className="history-party">
            <Avatar name={party.name} country={party.country} />
            <span>
              <button
                type="button"
                className="history-title history-open"
                aria-expanded={isOpen}
                aria-controls={isOpen ? details : undefined}
                onClick={() => setIsOpen(!isOpen)}
              >
                {party.name ?? <bdi dir="ltr">{party.number}</bdi>}
                <Icon name="chevron-down" />
              </button>
              {party.name && (
                <bdi dir="ltr" className="history-detail">
                  {party.number}
                </bdi>
              )}
              {call.note && <span className="history-detail history-note">{call.note}</span>}
            </span>
          </span>
        </th>
        <td>
          <span className="history-country">
            <Flag country={party.country} />
            <span className="history-country-name">{countryText(call.countryCode)}</span>
          </span>
        </td>
        <td>
          <span className="outcome" data-tone={outcome.tone}>
            {outcome.label}
          </span>
        </td>
        <td className="number-cell">
          <time dateTime={call.createdAt}>{formatTime(call.createdAt, language)}</time>
        </td>
        <td className="number-cell">
          {call.durationSeconds > 0 ? (
            <span title={speakDuration(call.durationSeconds, language)}>{formatDuration(call.durationSeconds)}</span>
          ) : (
            <Nothing />
          )}
        </td>
        <td className="number-cell">{call.chargedMicros > 0 ? formatMoney(call.chargedMicros, { decimals: 4 }) : <Nothing />}</td>
        <td>
          <IconButton
            icon="phone"
            tone="talk"
            label={i18n.t("history.callAgain", { who: titleOf(party) })}
            onClick={onCallAgain}
          />
        </td>
      </tr>
      {isOpen && (
        <tr id={details} className="history-details">
          <td colSpan={7}>
            <CallDetails call={call} onCallAgain={onCallAgain} />
          </td>
        </tr>
      )}
    </>
  );
}

function Nothing() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{i18n.t("history.none")}</span>
    </>
  );
}
