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
                Open the page again
              </button>
              <button type="button" className="button button-quiet" onClick={arrival.forget}>
                Stop waiting
              </button>
            </>
          }
        >
          Pay on the page that opened in another tab. The balance rises here by itself as soon as the payment is confirmed.
        </Notice>
      );
    case "arrived":
      return <Notice tone="good">{formatMoney(arrival.line.changeMicros)} arrived.</Notice>;
  }
}
