import { i18n } from "#i18n";
import { tellFailure } from "../../call/failure-words.ts";
import { useMutation } from "@tanstack/react-query";
import type { StatementLine } from "#shared/api/wallet.ts";
import type { Api } from "../../platform/api.ts";
import { valueOf } from "../../shell/api-error.ts";
import { useConnection } from "../../shell/connection.tsx";
import { Icon } from "../../ui/icon.tsx";
import { saveFile } from "../../ui/save-file.ts";

// The most that the server gives at once: an export reads everything.
const pageSize = 100;

/** Saves the whole statement as a CSV file. */
export function ExportStatement() {
  const { api } = useConnection();
  const save = useMutation({ mutationFn: () => exportStatement(api) });
  return (
    <>
      {save.error && (
        <p className="field-problem" role="alert">
          {tellFailure(save.error.failure)}
        </p>
      )}
      <button type="button" className="button button-quiet" disabled={save.isPending} onClick={() => save.mutate()}>
        {save.isPending ? <span className="spinner" /> : <Icon name="download" />}
        {i18n.t("wallet.statement.export")}
      </button>
    </>
  );
}

async function exportStatement(api: Api): Promise<void> {
  // The library comes with whoever exports, not with everybody who looks at the wallet.
  const [lines, { statementCsv }] = await Promise.all([readWholeStatement(api), import("./statement-csv.ts")]);
  const day = new Date().toISOString().slice(0, 10);
  saveFile({ name: `ringback-statement-${day}.csv`, type: "text/csv;charset=utf-8", text: statementCsv(lines) });
}

async function readWholeStatement(api: Api): Promise<StatementLine[]> {
  const lines: StatementLine[] = [];
  let cursor: string | undefined;
  do {
    const page = await valueOf(api.statement({ limit: pageSize, cursor }));
    lines.push(...page.lines);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return lines;
}
