import { i18n } from "#i18n";
import { useMutation } from "@tanstack/react-query";
import type { CallFilterQuery } from "#shared/api/call-filter.ts";
import type { Call } from "#shared/api/calls.ts";
import { tellFailure } from "../../call/failure-words.ts";
import type { Api } from "../../platform/api.ts";
import { valueOf } from "../../shell/api-error.ts";
import { useConnection } from "../../shell/connection.tsx";
import { Icon } from "../../ui/icon.tsx";
import { saveFile } from "../../ui/save-file.ts";

// The most that the server gives at once: an export reads everything.
const pageSize = 100;

/** Saves the calls that a filter lets through as a CSV file. */
export function ExportCalls({ filter }: { filter: CallFilterQuery }) {
  const { api } = useConnection();
  const save = useMutation({ mutationFn: () => exportCalls(api, filter) });
  return (
    <>
      {save.error && (
        <p className="field-problem" role="alert">
          {tellFailure(save.error.failure)}
        </p>
      )}
      <button type="button" className="button button-quiet" disabled={save.isPending} onClick={() => save.mutate()}>
        {save.isPending ? <span className="spinner" /> : <Icon name="download" />}
        {i18n.t("history.export")}
      </button>
    </>
  );
}

async function exportCalls(api: Api, filter: CallFilterQuery): Promise<void> {
  // The library comes with whoever exports, not with everybody who looks at the history.
  const [calls, { callsCsv }] = await Promise.all([readWhole(api, filter), import("./calls-csv.ts")]);
  const day = new Date().toISOString().slice(0, 10);
  saveFile({ name: `ringback-calls-${day}.csv`, type: "text/csv;charset=utf-8", text: callsCsv(calls) });
}

async function readWhole(api: Api, filter: CallFilterQuery): Promise<Call[]> {
  const calls: Call[] = [];
  let cursor: string | undefined;
  do {
    const page = await valueOf(api.listCalls({ ...filter, limit: pageSize, cursor }));
    calls.push(...page.calls);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return calls;
}
