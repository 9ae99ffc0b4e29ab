import { i18n } from "#i18n";
import { openDashboard } from "../shell/open-page.ts";
import type { TalkTime } from "../shell/talk-time.ts";
import { formatBalance } from "../ui/format-balance.ts";
import { formatTalkTime } from "../ui/format-duration.ts";
import { language } from "../ui/language.ts";

/** How long a call may last, and whether that is the balance's doing or a limit's. */
export function TalkTimeLine({ talkTime }: { talkTime: TalkTime }) {
  switch (talkTime.kind) {
    case "free":
      return <>{i18n.t("dialer.talkTime.free")}</>;
    case "lasts":
      return <>{lastsFor(talkTime)}</>;
    case "too_little":
      return (
        <>
          <span className="field-problem">{whyTooLittle(talkTime)}</span>{" "}
          <button type="button" className="button button-link" onClick={() => void openDashboard("wallet")}>
            {i18n.t("dialer.openWallet")}
          </button>
        </>
      );
  }
}

function lastsFor(talkTime: Extract<TalkTime, { kind: "lasts" }>): string {
  const time = formatTalkTime(talkTime.seconds, language);
  switch (talkTime.by) {
    case "balance":
      return i18n.t("dialer.talkTime.balance", { time });
    case "call_limit":
      return i18n.t("dialer.talkTime.callLimit", { amount: formatBalance(talkTime.limitMicros), time });
    case "day_limit":
      return i18n.t("dialer.talkTime.dayLimit", { amount: formatBalance(talkTime.limitMicros), time });
  }
}

function whyTooLittle(talkTime: Extract<TalkTime, { kind: "too_little" }>): string {
  switch (talkTime.by) {
    case "balance":
      return i18n.t("dialer.talkTime.tooSmall");
    case "call_limit":
      return i18n.t("dialer.talkTime.limitIs", { amount: formatBalance(talkTime.limitMicros) });
    case "day_limit":
      return i18n.t("dialer.talkTime.dayIsSpent", { amount: formatBalance(talkTime.limitMicros) });
  }
}
