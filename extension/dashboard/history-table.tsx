import { useCallback } from "react";
import type { Call } from "#shared/api/calls.ts";
import type { CallId } from "#shared/ids.ts";
import { formatDollars } from "#shared/money.ts";
import { outcomeOf } from "../shell/call-outcome.ts";
import { partyOfCall, titleOf } from "../shell/party.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Flag } from "../ui/flag.tsx";
import { formatDuration, speakDuration } from "../ui/format-duration.ts";
import { formatTime } from "../ui/format-when.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { language } from "../ui/language.ts";
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
            <th scope="col">Called</th>
            <th scope="col">Country</th>
            <th scope="col">Status</th>
            <th scope="col" className="number-cell">
              Time
            </th>
            <th scope="col" className="number-cell">
              Duration
            </th>
            <th scope="col" className="number-cell">
              Cost
            </th>
            <th scope="col">
              <span className="visually-hidden">Call again</span>
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
  return (
    <tr {...(isSought && { ref: showOnce, tabIndex: -1, "aria-current": true })}>
      <th scope="row">
        <span className="history-party">
          <Avatar name={party.name} country={party.country} />
          <span>
            <span className="history-title">{titleOf(party)}</span>
            {party.name && <span className="history-detail">{party.number}</span>}
          </span>
        </span>
      </th>
      <td>
        <span className="history-country">
          <Flag country={party.country} />
          {party.countryName}
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
      <td className="number-cell">{call.chargedMicros > 0 ? formatDollars(call.chargedMicros, { decimals: 4 }) : <Nothing />}</td>
      <td>
        <IconButton icon="phone" tone="talk" label={`Call ${titleOf(party)} again`} onClick={onCallAgain} />
      </td>
    </tr>
  );
}

function Nothing() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">none</span>
    </>
  );
}
