import { tellFailure } from "../call/failure-words.ts";
import { useEffect } from "react";
import type { CallId } from "#shared/ids.ts";
import { LoadFailure } from "../shell/load-failure.tsx";
import { useCalls } from "../shell/queries.ts";
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

const pageSize = 25;

/** Every call, newest first, charged as the record says. */
export function HistoryPage() {
  const { start, refused } = useStartCall();
  return (
    <>
      <h1>History</h1>
      {refused && <Notice tone="problem">{tellFailure(refused)}</Notice>}
      <Calls onCallAgain={(number) => start({ to: number })} />
    </>
  );
}

function Calls({ onCallAgain }: { onCallAgain: (number: string) => void }) {
  const calls = useCalls(pageSize);
  const nowMs = useNow(undefined);
  const sought = callOf(useHash());
  useEarlierUntil(calls, sought);
  if (!calls.data) return calls.error ? <LoadFailure error={calls.error} retry={calls.refetch} /> : <SkeletonRows count={8} />;
  const days = groupByDay(
    calls.data.pages.flatMap((page) => page.calls),
    { nowMs, language },
  );
  if (days.length === 0) {
    return (
      <Empty title="No calls yet">
        Click a number on any page, or open Ringback from the toolbar and dial. Each call will stand here with what it cost.
      </Empty>
    );
  }
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
          Earlier calls
        </button>
      )}
    </>
  );
}

/** Asks for earlier calls until the one that the address names is among them. */
function useEarlierUntil(calls: ReturnType<typeof useCalls>, sought: CallId | undefined): void {
  const { data, hasNextPage, isFetching, error, fetchNextPage } = calls;
  const isFound = sought === undefined || data?.pages.some((page) => page.calls.some(({ id }) => id === sought)) === true;
  useEffect(() => {
    if (!isFound && hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [isFound, hasNextPage, isFetching, error, fetchNextPage]);
}
