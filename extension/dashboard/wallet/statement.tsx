import { i18n } from "#i18n";
import { LoadFailure } from "../../shell/load-failure.tsx";
import { useStatement } from "../../shell/wallet-queries.ts";
import { Empty } from "../../ui/empty.tsx";
import { SkeletonRows } from "../../ui/skeleton-rows.tsx";
import { ExportStatement } from "./export-statement.tsx";
import { statementPageSize } from "./statement-page-size.ts";
import { StatementTable } from "./statement-table.tsx";

/** Everything that moved in and out of the wallet, newest first, with what was in it after each. */
export function Statement() {
  const statement = useStatement(statementPageSize);
  const lines = statement.data?.pages.flatMap((page) => page.lines);
  return (
    <section className="statement" aria-labelledby="statement">
      <div className="page-head">
        <h2 id="statement">{i18n.t("wallet.statement.title")}</h2>
        {lines && lines.length > 0 && <ExportStatement />}
      </div>
      {!lines ? (
        statement.error ? (
          <LoadFailure error={statement.error} retry={statement.refetch} />
        ) : (
          <SkeletonRows count={5} />
        )
      ) : lines.length === 0 ? (
        <Empty title={i18n.t("wallet.statement.empty")}>{i18n.t("wallet.statement.emptyText")}</Empty>
      ) : (
        <>
          <StatementTable lines={lines} />
          {statement.error && <LoadFailure error={statement.error} retry={statement.fetchNextPage} />}
          {statement.hasNextPage && !statement.error && (
            <button
              type="button"
              className="button page-more"
              disabled={statement.isFetchingNextPage}
              onClick={() => void statement.fetchNextPage()}
            >
              {statement.isFetchingNextPage && <span className="spinner" />}
              {i18n.t("wallet.statement.earlier")}
            </button>
          )}
        </>
      )}
    </section>
  );
}
