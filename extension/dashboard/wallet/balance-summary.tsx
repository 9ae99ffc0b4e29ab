import { i18n } from "#i18n";
import type { Balance } from "#shared/api/profile.ts";
import { concernOf, fullConcern } from "../../shell/balance-concern.ts";
import { formatBalance } from "../../ui/format-balance.ts";
import { Notice } from "../../ui/notice.tsx";

/** The balance at a glance, what of it is not free, and what to heed about it. */
export function BalanceSummary({ balance }: { balance: Balance }) {
  const concern = concernOf(balance);
  return (
    <>
      <dl className="wallet-balance figures">
        <div>
          <dt>{i18n.t("wallet.balance")}</dt>
          <dd>{formatBalance(balance.postedMicros)}</dd>
        </div>
        {balance.heldMicros > 0 && (
          <>
            <div>
              <dt>{i18n.t("wallet.held")}</dt>
              <dd>{formatBalance(balance.heldMicros)}</dd>
            </div>
            <div>
              <dt>{i18n.t("wallet.free")}</dt>
              <dd>{formatBalance(balance.availableMicros)}</dd>
            </div>
          </>
        )}
        {balance.owedMicros > 0 && (
          <div>
            <dt>{i18n.t("wallet.owed")}</dt>
            <dd>{formatBalance(balance.owedMicros)}</dd>
          </div>
        )}
      </dl>
      {balance.heldMicros > 0 && <p className="field-hint wallet-held">{i18n.t("wallet.heldHint")} </p>}
      {concern && <Notice tone="heed">{fullConcern(concern)}</Notice>}
    </>
  );
}
