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
          <dt>Balance</dt>
          <dd>{formatBalance(balance.postedMicros)}</dd>
        </div>
        {balance.heldMicros > 0 && (
          <>
            <div>
              <dt>Held for calls in progress</dt>
              <dd>{formatBalance(balance.heldMicros)}</dd>
            </div>
            <div>
              <dt>Free for another call</dt>
              <dd>{formatBalance(balance.availableMicros)}</dd>
            </div>
          </>
        )}
        {balance.owedMicros > 0 && (
          <div>
            <dt>Owed</dt>
            <dd>{formatBalance(balance.owedMicros)}</dd>
          </div>
        )}
      </dl>
      {balance.heldMicros > 0 && (
        <p className="field-hint wallet-held">
          A call holds what its longest talk would cost. What it does not use comes back when it ends.
        </p>
      )}
      {concern && <Notice tone="heed">{fullConcern(concern)}</Notice>}
    </>
  );
}
