import { i18n } from "#i18n";
import type { BalanceConcern } from "../shell/balance-concern.ts";
import { shortConcern } from "../shell/balance-concern.ts";
import { openDashboard } from "../shell/open-page.ts";

/** One quiet line about a balance that needs looking after, with the way to do so. */
export function BalanceLine({ concern }: { concern: BalanceConcern }) {
  return (
    <p className="balance-line" role="status">
      <span className="figures">{shortConcern(concern)}</span>{" "}
      <button type="button" className="button button-link" onClick={() => void openDashboard("wallet")}>
        {i18n.t("dialer.openWallet")}
      </button>
    </p>
  );
}
