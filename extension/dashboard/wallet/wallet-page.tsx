import { i18n } from "#i18n";
import type { ReactNode } from "react";
import { LoadFailure } from "../../shell/load-failure.tsx";
import { useLiveProfile } from "../../shell/use-live-profile.ts";
import { useProfile } from "../../shell/use-profile.ts";
import { language } from "../../ui/language.ts";
import { formatTime } from "../../ui/format-when.ts";
import { nextUtcDay } from "../../ui/next-utc-day.ts";
import { useNow } from "../../ui/use-now.ts";
import { BalanceSummary } from "./balance-summary.tsx";
import { limitsText } from "./limits-text.ts";
import { LowBalanceForm } from "./low-balance-form.tsx";
import { Statement } from "./statement.tsx";
import { TopUp } from "./top-up.tsx";
import "./wallet.css";

/** What there is, what calls hold of it, how more comes in, what may be spent, and everything that ever moved. */
export function WalletPage() {
  useLiveProfile();
  const { profile, error, retry } = useProfile();
  const nowMs = useNow(undefined);
  return (
    <>
      <h1>{i18n.t("dashboard.page.wallet")}</h1>
      {error && <LoadFailure error={error} retry={retry} />}
      {profile ? <BalanceSummary balance={profile.balance} /> : !error && <span className="skeleton wallet-skeleton" />}
      {profile && (
        <>
          <Section title={i18n.t("wallet.topUp.title")} about={i18n.t("wallet.topUp.about")}>
            <TopUp user={profile.user} balance={profile.balance} />
          </Section>
          <Section title={i18n.t("wallet.low.title")} about={i18n.t("wallet.low.about")}>
            <LowBalanceForm key={profile.balance.lowBalanceMicros} levelMicros={profile.balance.lowBalanceMicros} />
          </Section>
          <Section title={i18n.t("wallet.limits.title")} about={i18n.t("wallet.limits.about")}>
            <p>{limitsText(profile.limits)}</p>
            {profile.limits.maxPerDayMicros !== null && (
              <p className="field-hint">{i18n.t("wallet.limits.newDay", { time: formatTime(nextUtcDay(nowMs), language) })}</p>
            )}
          </Section>
        </>
      )}
      <Statement />
    </>
  );
}

function Section({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section className="settings-section">
      <div>
        <h2>{title}</h2>
        <p className="field-hint">{about}</p>
      </div>
      <div className="settings-controls">{children}</div>
    </section>
  );
}
