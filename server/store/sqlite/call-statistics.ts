import { micros, type Micros } from "#shared/money.ts";
import { sql, type SQL } from "drizzle-orm";
import { callsMatching } from "../calls-matching.ts";
import type { CallStatisticsStore, Span } from "../call-statistics-store.ts";
import { fillSpans } from "../fill-spans.ts";
import type { SqliteDatabase } from "./database.ts";
import { calls } from "./schema/calls.ts";
import { contacts } from "./schema/contacts.ts";

const figures = {
  calls: sql`count(*)`.mapWith(Number),
  answered: sql`count(*) FILTER (WHERE ${calls.status} IN ('in-progress', 'completed'))`.mapWith(Number),
  talkSeconds: sql`sum(${calls.durationSeconds})`.mapWith(Number),
  chargedMicros: sql`sum(${calls.chargedMicros})`.mapWith((sum: number) => micros(sum)),
};

const contactName = sql<string | null>`(SELECT ${contacts.name} FROM ${contacts} WHERE ${contacts.id} = ${calls.contactId})`;

/** Sums over an account's calls. They are asked for seldom and in many forms, so nothing is prepared. */
export function createCallStatisticsStore(database: SqliteDatabase): CallStatisticsStore {
  return {
    async groupCalls(accountId, filter) {
      const { countryCode, status, contactId } = calls;
      return database
        .select({
          countryCode,
          status,
          contactId,
          contactName,
          ...figures,
          earliestMs: sql`min(${calls.createdMs})`.mapWith(Number),
        })
        .from(calls)
        .where(callsMatching({ calls, contacts }, accountId, filter))
        .groupBy(countryCode, status, contactId)
        .all();
    },
    async countCallsBySpan(accountId, filter, spans) {
      const matching = callsMatching({ calls, contacts }, accountId, filter);
      const rows = database.all<SpanRow>(spanQuery(spans, matching));
      return fillSpans(spans, rows);
    },
  };
}

interface SpanRow {
  place: number;
  calls: number;
  answered: number;
  talkSeconds: number;
  chargedMicros: Micros;
}

/**
 * For each span its calls, read from the index by age. The spans come first, by CROSS JOIN: left to choose, SQLite would hold each
 * call against each span.
 */
export function spanQuery(spans: readonly Span[], matching: SQL | undefined): SQL {
  const asked = JSON.stringify(spans.map(({ fromMs, toMs }) => [fromMs, toMs]));
  return sql`SELECT span.key AS place, ${figures.calls} AS "calls", ${figures.answered} AS "answered",
      ${figures.talkSeconds} AS "talkSeconds", ${figures.chargedMicros} AS "chargedMicros"
    FROM json_each(${asked}) AS span CROSS JOIN ${calls}
    WHERE ${calls.createdMs} >= (span.value ->> 0) AND ${calls.createdMs} < (span.value ->> 1) AND ${matching}
    GROUP BY span.key`;
}
