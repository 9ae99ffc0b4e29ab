import { i18n } from "#i18n";
import { lazy, Suspense, useEffect } from "react";
import type { CallId } from "#shared/ids.ts";
import { tellFailure } from "../call/failure-words.ts";
import { LoadFailure } from "../shell/load-failure.tsx";
import { useLiveProfile } from "../shell/use-live-profile.ts";
import { useStartCall } from "../shell/use-start-call.ts";
import { Empty } from "../ui/empty.tsx";
import { language } from "../ui/language.ts";
import { Notice } from "../ui/notice.tsx";
import { SkeletonRows } from "../ui/skeleton-rows.tsx";
import { useHash } from "../ui/use-hash.ts";
import { useNow } from "../ui/use-now.ts";
import { groupByDay } from "./group-by-day.ts";
import { callOf } from "./hash-route.ts";
import { HistoryTable } from "./history-table.tsx";
import { ExportCalls } from "./history/export-calls.tsx";
import { HistoryFilters } from "./history/history-filters.tsx";
import { useCallStatistics, useHistory } from "./history/history-queries.ts";
import { HistoryTotals, totalsSentence } from "./history/history-totals.tsx";
import { hashOfView, isFiltered, queryOf, viewOf, type HistoryView } from "./history/history-view.ts";
import { Segments } from "./history/segments.tsx";
import "./history/history-tools.css";

// Its charts come with whoever looks at them.
const Analytics = lazy(() => import("./history/analytics.tsx").then((module) => ({ default: module.Analytics })));

/** Every call, newest first, charged as the record says: as a list, or by what it comes to. */
export function HistoryPage() {
  // A call made anywhere, by this account's other devices too, shows at once.
  useLiveProfile();
  const hash = useHash();
  const view = viewOf(hash);
  const filter = queryOf(view);
  const summed = useCallStatistics(filter);
  const whole = useCallStatistics({});
  const { start, refused } = useStartCall();
  const change = (to: Partial<HistoryView>, { isTyping } = { isTyping: false }) => showView({ ...view, ...to }, isTyping);
  const hasCalls = summed.data !== undefined && summed.data.totals.calls > 0;
  return (
    <>
      <div className="page-head">
        <h1>{i18n.t("history.title")}</h1>
        <Segments
          label={i18n.t("history.shows.label")}
          options={(["list", "analytics"] as const).map((value) => ({ value, text: i18n.t(`history.shows.${value}`) }))}
          value={view.shows}
          onChoose={(shows) => change({ shows })}
        />
        {hasCalls && <ExportCalls filter={filter} />}
      </div>
      {refused && <Notice tone="problem">{tellFailure(refused)}</Notice>}
      {(isFiltered(view) || whole.data === undefined || whole.data.totals.calls > 0) && (
        <HistoryFilters view={view} whole={whole.data} onChange={change} />
      )}
      {hasCalls && <HistoryTotals totals={summed.data.totals} />}
      <p className="visually-hidden" role="status">
        {summed.data && isFiltered(view) && totalsSentence(summed.data.totals)}
      </p>
      {view.shows === "list" ? (
        <Calls view={view} sought={callOf(hash)} onCallAgain={(number) => start({ to: number })} />
      ) : summed.data ? (
        hasCalls ? (
          <Suspense fallback={<SkeletonRows count={8} />}>
            <Analytics view={view} summed={summed.data} onChange={change} />
          </Suspense>
        ) : (
          <NoCalls view={view} />
        )
      ) : summed.error ? (
        <LoadFailure error={summed.error} retry={summed.refetch} />
      ) : (
        <SkeletonRows count={8} />
      )}
    </>
  );
}

/** Each choice is a step to go back over; what is typed into one field is one step. */
function showView(view: HistoryView, isTyping: boolean): void {
  const hash = hashOfView(view);
  if (!isTyping) {
    location.hash = hash;
    return;
  }
  history.replaceState(null, "", hash);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

function NoCalls({ view }: { view: HistoryView }) {
  return isFiltered(view) ? (
    <Empty title={i18n.t("history.noMatch")}>{i18n.t("history.noMatchText")}</Empty>
  ) : (
    <Empty title={i18n.t("history.empty")}>{i18n.t("history.emptyText")}</Empty>
  );
}

interface CallsProps {
  view: HistoryView;
  /** The call that somebody came to see. */
  sought: CallId | undefined;
  onCallAgain: (number: string) => void;
}

function Calls({ view, sought, onCallAgain }: CallsProps) {
  const calls = useHistory(queryOf(view));
  const nowMs = useNow(undefined);
  useEarlierUntil(calls, sought);
  if (!calls.data) return calls.error ? <LoadFailure error={calls.error} retry={calls.refetch} /> : <SkeletonRows count={8} />;
  const days = groupByDay(
    calls.data.pages.flatMap((page) => page.calls),
    { nowMs, language },
  );
  if (days.length === 0) return <NoCalls view={view} />;
  return (
    <>
      <HistoryTable days={days} sought={sought} onCallAgain={onCallAgain} />
      {calls.error && <LoadFailure error={calls.error} retry={calls.fetchNextPage} />}
      {calls.hasNextPage && !calls.error && (
        <button
          type="button"
          className="button page-more"
          disabled={calls.isFetchingNextPage}
          onClick={() => void calls.fetchNextPage()}
        >
          {calls.isFetchingNextPage && <span className="spinner" />}
          {i18n.t("history.earlier")}
        </button>
      )}
    </>
  );
}

/** Asks for earlier calls until the one that the address names is among them. */
function useEarlierUntil(calls: ReturnType<typeof useHistory>, sought: CallId | undefined): void {
  const { data, hasNextPage, isFetching, error, fetchNextPage } = calls;
  const isFound = sought === undefined || data?.pages.some((page) => page.calls.some(({ id }) => id === sought)) === true;
  useEffect(() => {
    if (!isFound && hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [isFound, hasNextPage, isFetching, error, fetchNextPage]);
}
