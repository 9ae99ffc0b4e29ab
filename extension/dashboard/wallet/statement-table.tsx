import { i18n } from "#i18n";
import type { StatementLine } from "#shared/api/wallet.ts";
import type { Micros } from "#shared/money.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { decimalsFor, exactDollars } from "../../ui/exact-dollars.ts";
import { formatTime } from "../../ui/format-when.ts";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { useNow } from "../../ui/use-now.ts";
import { groupByDay } from "../group-by-day.ts";
import { hashOfCall } from "../hash-route.ts";
import "../history.css";
import { statementLineText } from "./statement-line-text.ts";

/** The lines by day, with amounts exact and under each other, so that anybody can add them up. */
export function StatementTable({ lines }: { lines: StatementLine[] }) {
  const nowMs = useNow(undefined);
  const decimals = decimalsFor(lines.flatMap(({ changeMicros, balanceAfterMicros }) => [changeMicros, balanceAfterMicros]));
  return (
    <div className="table-place">
      <table className="history statement-table figures">
        <thead>
          <tr>
            <th scope="col">{i18n.t("wallet.statement.what")}</th>
            <th scope="col" className="number-cell">
              {i18n.t("wallet.statement.amount")}
            </th>
            <th scope="col" className="number-cell">
              {i18n.t("wallet.statement.balance")}
            </th>
          </tr>
        </thead>
        {groupByDay(lines, { nowMs, language }).map((day) => (
          <tbody key={day.title}>
            <tr>
              <th scope="rowgroup" colSpan={3} className="history-day">
                {day.title}
              </th>
            </tr>
            {day.items.map((line) => (
              <Line key={line.id} line={line} decimals={decimals} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Line({ line, decimals }: { line: StatementLine; decimals: number }) {
  const { title, detail, party } = statementLineText(line);
  return (
    <tr>
      <th scope="row">
        <span className="history-party">
          {party ? (
            <Avatar {...party} />
          ) : (
            <span className="avatar" aria-hidden="true">
              <Icon name="wallet" />
            </span>
          )}
          <span>
            {line.callId ? (
              <a className="history-title" href={hashOfCall(line.callId)}>
                {title}
              </a>
            ) : (
              <span className="history-title">{title}</span>
            )}
            <span className="history-detail">
              <time dateTime={line.createdAt}>{formatTime(line.createdAt, language)}</time> · {detail}
            </span>
          </span>
        </span>
      </th>
      <td className="number-cell" data-money-in={line.changeMicros > 0 || undefined}>
        <Exact amount={line.changeMicros} decimals={decimals} isSigned />
      </td>
      <td className="number-cell">
        <Exact amount={line.balanceAfterMicros} decimals={decimals} isSigned={false} />
      </td>
    </tr>
  );
}

function Exact({ amount, ...options }: { amount: Micros; decimals: number; isSigned: boolean }) {
  const { toCents, finer, after } = exactDollars(amount, options);
  return (
    <>
      {toCents}
      {finer !== "" && <span className="finer-than-cents">{finer}</span>}
      {after}
    </>
  );
}
