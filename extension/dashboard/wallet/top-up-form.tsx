import { i18n } from "#i18n";
import { tellFailure } from "../../call/failure-words.ts";
import { useState, type FormEvent } from "react";
import type { Balance } from "#shared/api/profile.ts";
import { formatMoney } from "../../ui/format-money.ts";
import { openCheckout } from "../../shell/open-page.ts";
import { useTopUp } from "../../shell/wallet-queries.ts";
import { Notice } from "../../ui/notice.tsx";
import { AmountField } from "./amount-field.tsx";
import { PaymentNotice } from "./payment-notice.tsx";
import { readTopUpAmount, usualTopUps, type AmountChoice } from "./top-up-amount.ts";
import { useArrival } from "./use-arrival.ts";

/** Asks how much, opens the page to pay on in a tab of its own, and says when the money has come. */
export function TopUpForm({ balance }: { balance: Balance }) {
  const [choice, setChoice] = useState<AmountChoice>({ kind: "usual", amountMicros: usualTopUps[1] });
  const [problem, setProblem] = useState<string>();
  // One key for one wish: pressing twice, or again after no answer came, is the same payment.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const arrival = useArrival();
  const topUp = useTopUp();

  const choose = (next: AmountChoice) => {
    setChoice(next);
    setProblem(undefined);
    setKey(crypto.randomUUID());
    topUp.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const amount = readTopUpAmount(choice);
    setProblem(amount.ok ? undefined : amount.error);
    if (!amount.ok) return;
    topUp.mutate(
      { key, amountMicros: amount.value },
      {
        onSuccess: ({ checkoutUrl }) => {
          arrival.expect(checkoutUrl);
          void openCheckout(checkoutUrl);
          setKey(crypto.randomUUID());
        },
      },
    );
  };

  const amount = readTopUpAmount(choice);
  return (
    <form className="amount-form" onSubmit={submit} noValidate>
      <AmountField choice={choice} problem={problem} onChoose={choose} />
      {amount.ok && balance.owedMicros > 0 && (
        <p className="field-hint">{i18n.t("wallet.topUp.owedFirst", { amount: formatMoney(balance.owedMicros) })}</p>
      )}
      {topUp.error && <Notice tone="problem">{tellFailure(topUp.error.failure)}</Notice>}
      <PaymentNotice arrival={arrival} />
      {/* While one payment is awaited, a second would most likely be a slip. */}
      {arrival.status !== "awaited" && (
        <div>
          <button type="submit" className="button button-talk" disabled={topUp.isPending}>
            {topUp.isPending && <span className="spinner" />}
            {amount.ok ? i18n.t("wallet.topUp.payAmount", { amount: formatMoney(amount.value) }) : i18n.t("wallet.topUp.pay")}
          </button>
        </div>
      )}
    </form>
  );
}
