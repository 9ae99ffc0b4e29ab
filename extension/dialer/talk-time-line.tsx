import { openDashboard } from "../shell/open-page.ts";
import type { TalkTime } from "../shell/talk-time.ts";
import { formatBalance } from "../ui/format-balance.ts";
import { formatTalkTime } from "../ui/format-duration.ts";
import { language } from "../ui/language.ts";

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
      return `Your limit of ${formatBalance(talkTime.limitMicros)} a call lasts for ${time}.`;
    case "day_limit":
      return `What is left of today’s ${formatBalance(talkTime.limitMicros)} lasts for ${time}.`;
  }
}

function whyTooLittle(talkTime: Extract<TalkTime, { kind: "too_little" }>): string {
  switch (talkTime.by) {
    case "balance":
      return "Your balance is too small.";
    case "call_limit":
      return `Your limit is ${formatBalance(talkTime.limitMicros)} a call.`;
    case "day_limit":
      return `Too little is left of today’s ${formatBalance(talkTime.limitMicros)}.`;
  }
}
