import { mostPeriods, type CallStatistics, type Period } from "#shared/api/call-statistics.ts";
import type { AccountId } from "#shared/ids.ts";
import { err, ok, type Result } from "#shared/result.ts";
import type { Clock } from "../clock.ts";
import type { CallFilter } from "../store/call-filter.ts";
import type { CallGroup, CallStatisticsStore } from "../store/call-statistics-store.ts";
import { localPeriods } from "./local-periods.ts";
import { rollUpCalls } from "./roll-up-calls.ts";

export interface ReadStatisticsDeps {
  store: CallStatisticsStore;
  clock: Clock;
}

interface Asked {
  filter: CallFilter;
  /** Whose periods are told of, if any are. */
  periods: { by: Period; timeZone: string } | undefined;
}

/** What an account's calls come to. Without a beginning the periods start with the first call, without an end they go on until now. */
export async function readStatistics(
  { store, clock }: ReadStatisticsDeps,
  accountId: AccountId,
  { filter, periods }: Asked,
): Promise<Result<CallStatistics, "too_many_periods">> {
  const groups = await store.groupCalls(accountId, filter);
  const summed = rollUpCalls(groups);
  if (!periods) return ok({ ...summed, series: null });
  const range = { fromMs: filter.fromMs ?? earliestOf(groups) ?? filter.toMs ?? clock(), toMs: filter.toMs ?? clock() + 1 };
  const spans = localPeriods(range, { ...periods, most: mostPeriods });
  if (!spans) return err("too_many_periods");
  const figures = await store.countCallsBySpan(accountId, filter, spans);
  const series = spans.flatMap(({ day, fromMs, toMs }, place) => {
    const counted = figures[place];
    return counted ? [{ ...counted, day, from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() }] : [];
  });
  return ok({ ...summed, series });
}

function earliestOf(groups: readonly CallGroup[]): number | undefined {
  // Not by spreading into Math.min: there may be more groups than a function takes arguments.
  return groups.reduce<number | undefined>(
    (earliestMs, group) => Math.min(earliestMs ?? group.earliestMs, group.earliestMs),
    undefined,
  );
}
