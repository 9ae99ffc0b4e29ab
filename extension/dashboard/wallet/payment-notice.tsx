import { i18n } from "#i18n";
import { formatMoney } from "../../ui/format-money.ts";
import { openCheckout } from "../../shell/open-page.ts";
import { Notice } from "../../ui/notice.tsx";
import type { useArrival } from "./use-arrival.ts";

/** Where a payment is that was begun here. */
export function PaymentNotice({ arrival }: { arrival: ReturnType<typeof useArrival> }) {
  switch (arrival.status) {
    case "none":
      return null;
    case "awaited":
      return (
        <Notice
          actions={
            <>
              <button type="button" className="button button-quiet" onClick={() => void openCheckout(arrival.checkoutUrl)}>
                {i18n.t("wallet.topUp.openAgain")}
              </button>
              <button type="button" className="button button-quiet" onClick={arrival.forget}>
                {i18n.t("wallet.topUp.stopWaiting")}
              </button>
            </>
          }
        >
          {i18n.t("wallet.topUp.awaited")}
        </Notice>
      );
    case "arrived":
      return <Notice tone="good">{i18n.t("wallet.topUp.arrived", { amount: formatMoney(arrival.line.changeMicros) })}</Notice>;
  }
}
