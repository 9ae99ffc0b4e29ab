import { i18n } from "#i18n";
import type { CSSProperties, ReactNode } from "react";
import type { Micros } from "#shared/money.ts";
import { formatTalkTime } from "../../ui/format-duration.ts";
import { formatMoney } from "../../ui/format-money.ts";
import { language } from "../../ui/language.ts";

interface FiguresRow {
  key: string;
  name: ReactNode;
  calls: number;
  answered: number;
  talkSeconds: number;
  chargedMicros: Micros;
}

interface FiguresTableProps {
  id?: string;
  caption: string;
  /** What the rows are: "Country". */
  head: string;
  rows: readonly FiguresRow[];
  /** Whether each row has a bar that says how many calls it has beside the others. */
  hasBars?: boolean;
}

const number = new Intl.NumberFormat(language);

/** What groups of calls come to, a row each. */
export function FiguresTable({ id, caption, head, rows, hasBars = false }: FiguresTableProps) {
  const most = Math.max(...rows.map(({ calls }) => calls), 1);
  return (
    <div className="table-place">
      <table id={id} className="history figures-table figures">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {(["calls", "answered", "talk", "cost"] as const).map((column) => (
              <th key={column} scope="col" className="number-cell">
                {i18n.t(`history.totals.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.name}
                {hasBars && (
                  <span className="share" style={{ "--share": row.calls / most } as CSSProperties} aria-hidden="true" />
                )}
              </th>
              <td className="number-cell">{number.format(row.calls)}</td>
              <td className="number-cell">{number.format(row.answered)}</td>
              <td className="number-cell">{formatTalkTime(row.talkSeconds)}</td>
              <td className="number-cell">{formatMoney(row.chargedMicros, { decimals: 4 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
