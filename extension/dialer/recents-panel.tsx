import { i18n } from "#i18n";
import type { Call } from "#shared/api/calls.ts";
import { isTerminal } from "#shared/call-status.ts";
import { formatInternational, type E164 } from "#shared/phone-number.ts";
import { outcomeOf } from "../shell/call-outcome.ts";
import { LoadFailure } from "../shell/load-failure.tsx";
import { openDashboard } from "../shell/open-page.ts";
import { useCalls } from "../shell/queries.ts";
import { Empty } from "../ui/empty.tsx";
import { formatDuration } from "../ui/format-duration.ts";
import { formatWhen } from "../ui/format-when.ts";
import { language } from "../ui/language.ts";
import { useNow } from "../ui/use-now.ts";
import { SkeletonRows } from "../ui/skeleton-rows.tsx";
import { recentCalls } from "./use-people.ts";
import { PersonRow } from "./person-row.tsx";

/** The last calls, to be called again. */
export function RecentsPanel({ onChoose, onCall }: { onChoose: (number: E164) => void; onCall: (number: E164) => void }) {
  const calls = useCalls(recentCalls);
  if (calls.error) return <LoadFailure error={calls.error} retry={calls.refetch} />;
  if (!calls.data) return <SkeletonRows count={4} />;
  const recent = calls.data.pages[0]?.calls ?? [];
  if (recent.length === 0) {
    return <Empty title={i18n.t("dialer.recents.noneTitle")}>{i18n.t("dialer.recents.none")}</Empty>;
  }
  return (
    <ul className="rows" aria-label={i18n.t("dialer.recents.label")}>
      {recent.map((call) => (
        <PersonRow
          key={call.id}
          name={call.contactName}
          number={formatInternational(call.toNumber)}
          country={call.countryCode ?? undefined}
          detail={<RecentDetail call={call} />}
          onChoose={() => onChoose(call.toNumber)}
          onCall={() => onCall(call.toNumber)}
        />
      ))}
      <li className="rows-more">
        <button type="button" className="button button-link" onClick={() => void openDashboard("history")}>
          {i18n.t("dialer.recents.all")}
        </button>
      </li>
    </ul>
  );
}

function RecentDetail({ call }: { call: Call }) {
  const nowMs = useNow(undefined);
  const outcome = outcomeOf(call);
  const when = formatWhen(call.createdAt, { nowMs, language });
  const wasAnswered = isTerminal(call.status) && call.durationSeconds > 0;
  return (
    <span data-tone={outcome.tone}>
      {wasAnswered ? formatDuration(call.durationSeconds) : outcome.label} · {when}
    </span>
  );
}
