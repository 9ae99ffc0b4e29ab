import { micros } from "#shared/money.ts";
import { sql, type SQL } from "drizzle-orm";
import { callsMatching } from "../calls-matching.ts";
import type { CallStatisticsStore, Span } from "../call-statistics-store.ts";
import { fillSpans } from "../fill-spans.ts";
import type { PostgresDatabase } from "./pool.ts";
import { calls } from "./schema/calls.ts";
import { contacts } from "./schema/contacts.ts";

const figures = {
  calls: sql`count(*)`.mapWith(Number),
  answered: sql`count(*) FILTER (WHERE ${calls.status} IN ('in-progress', 'completed'))`.mapWith(Number),
  talkSeconds: sql`sum(${calls.durationSeconds})`.mapWith(Number),
  chargedMicros: sql`sum(${calls.chargedMicros})`.mapWith((sum: string) => micros(Number(sum))),
};

const contactName = sql<string | null>`(SELECT ${contacts.name} FROM ${contacts} WHERE ${contacts.id} = ${calls.contactId})`;

/** Sums over an account's calls. They are asked for seldom and in many forms, so nothing is prepared. */
export function createCallStatisticsStore(database: PostgresDatabase): CallStatisticsStore {
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
        .groupBy(countryCode, status, contactId);
    },
    async countCallsBySpan(accountId, filter, spans) {
      const matching = callsMatching({ calls, contacts }, accountId, filter);
      const { rows } = await database.execute<SpanRow>(spanQuery(spans, matching));
      return fillSpans(spans, rows.map(toFigures));
    },
  };
}

// Postgres adds up to types that the driver gives as text.
interface SpanRow extends Record<string, string> {
  place: string;
  calls: string;
  answered: string;
  talkSeconds: string;
  chargedMicros: string;
}

function toFigures(row: SpanRow) {
  return {
    place: Number(row.place) - 1,
    calls: Number(row.calls),
    answered: Number(row.answered),
    talkSeconds: Number(row.talkSeconds),
    chargedMicros: micros(Number(row.chargedMicros)),
  };
}

/** For each span its calls. */
export function spanQuery(spans: readonly Span[], matching: SQL | undefined): SQL {
  const fromMs = sql.param(spans.map((span) => span.fromMs));
  const toMs = sql.param(spans.map((span) => span.toMs));
  return sql`SELECT span.place, ${figures.calls} AS "calls", ${figures.answered} AS "answered",
      ${figures.talkSeconds} AS "talkSeconds", ${figures.chargedMicros} AS "chargedMicros"
    FROM unnest(${fromMs}::bigint[], ${toMs}::bigint[]) WITH ORDINALITY AS span (from_ms, to_ms, place)
    JOIN ${calls} ON ${calls.createdMs} >= span.from_ms AND ${calls.createdMs} < span.to_ms
    WHERE ${matching}
    GROUP BY span.place`;
}
