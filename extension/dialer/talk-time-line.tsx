import { formatDollars } from "#shared/money.ts";
import { openDashboard } from "../shell/open-page.ts";
import type { TalkTime } from "../shell/talk-time.ts";
import { formatTalkTime } from "../ui/format-duration.ts";
import { formatTime } from "../ui/format-when.ts";
import { language } from "../ui/language.ts";
import { nextUtcDay } from "../ui/next-utc-day.ts";

/** How long a call may last, and whether that is the balance's doing or a limit's. */
export function TalkTimeLine({ talkTime }: { talkTime: TalkTime }) {
  switch (talkTime.kind) {
    case "free":
      return <>Free of charge.</>;
    case "lasts":
      return <>{lastsFor(talkTime)}</>;
    case "too_little":
      return (
        <>
          <span className="field-problem">{whyTooLittle(talkTime)}</span>{" "}
          <button type="button" className="button button-link" onClick={() => void openDashboard("wallet")}>
            Open the wallet
          </button>
        </>
      );
  }
}

function lastsFor(talkTime: Extract<TalkTime, { kind: "lasts" }>): string {
  const time = formatTalkTime(talkTime.seconds, language);
  switch (talkTime.by) {
    case "balance":
      return `Your balance lasts for ${time}.`;
    case "call_limit":
      return `Your limit of ${formatDollars(talkTime.limitMicros)} a call lasts for ${time}.`;
    case "day_limit":
      return `What is left of today’s ${formatDollars(talkTime.limitMicros)} lasts for ${time}.`;
  }
}

function whyTooLittle(talkTime: Extract<TalkTime, { kind: "too_little" }>): string {
  switch (talkTime.by) {
    case "balance":
      return "Your balance is too small for this call.";
    case "call_limit":
      return `A minute costs more than your limit of ${formatDollars(talkTime.limitMicros)} a call.`;
    case "day_limit":
      return `Today’s ${formatDollars(talkTime.limitMicros)} are used up until ${formatTime(nextUtcDay(Date.now()), language)}.`;
  }
}
