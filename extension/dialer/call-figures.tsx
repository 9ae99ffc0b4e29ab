import { i18n } from "#i18n";
import type { CallState } from "../call/call-state.ts";
import type { CallMeter } from "../call/call-meter.ts";
import { useProfile } from "../shell/use-profile.ts";
import { formatMoney } from "../ui/format-money.ts";
import { formatRate } from "../ui/format-rate.ts";

/** Rate, running cost and what is left, always in the same places. */
export function CallFigures({ state, meter }: { state: CallState; meter: CallMeter | undefined }) {
  const { profile } = useProfile();
  const call = "call" in state ? state.call : undefined;
  const balanceMicros = meter?.balanceLeftMicros ?? profile?.balance.postedMicros;
  return (
    <dl className="call-figures figures">
      <div>
        <dt>{i18n.t("dialer.figures.rate")}</dt>
        <dd>{call ? formatRate(call.rate) : "–"}</dd>
      </div>
      <div>
        <dt>{i18n.t("dialer.figures.cost")}</dt>
        <dd>{meter ? formatMoney(meter.costMicros, { decimals: 4 }) : "–"}</dd>
      </div>
      <div>
        <dt>{i18n.t("dialer.figures.balance")}</dt>
        <dd>{balanceMicros === undefined ? "–" : formatMoney(balanceMicros, { decimals: 4 })}</dd>
      </div>
    </dl>
  );
}
