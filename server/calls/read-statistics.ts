import { mostPeriods, type CallStatistics, type Period } from "#shared/api/call-statistics.ts";
import type { AccountId } from "#shared/ids.ts";
import { err, ok, type Result } from "#shared/result.ts";
import type { Clock } from "../clock.ts";
import type { CallFilter } from "../store/call-filter.ts";
import type { CallStatisticsStore } from "../store/call-statistics-store.ts";
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
  const summed = rollUpCalls(await store.groupCalls(accountId, filter));
  if (!periods) return ok({ ...summed, series: null });
  const firstCallMs = summed.firstCallAt === null ? undefined : Date.parse(summed.firstCallAt);
  const range = { fromMs: filter.fromMs ?? firstCallMs ?? filter.toMs ?? clock(), toMs: filter.toMs ?? clock() + 1 };
  const spans = localPeriods(range, { ...periods, most: mostPeriods });
  if (!spans) return err("too_many_periods");
  const figures = await store.countCallsBySpan(accountId, filter, spans);
  const series = spans.flatMap(({ day, fromMs, toMs }, place) => {
    const counted = figures[place];
    return counted ? [{ ...counted, day, from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() }] : [];
  });
  return ok({ ...summed, series });
}
