import { i18n } from "#i18n";
import { tellFailure } from "../../call/failure-words.ts";
import { useState, type FormEvent } from "react";
import { toDecimalDollars, zeroMicros, type Micros } from "#shared/money.ts";
import { useSetLowBalance } from "../../shell/wallet-queries.ts";
import { Field } from "../../ui/field.tsx";
import { formatBalance } from "../../ui/format-balance.ts";
import { readDollars } from "../../ui/read-dollars.ts";

/** From which balance on the person is told. */
export function LowBalanceForm({ levelMicros }: { levelMicros: Micros }) {
  const [text, setText] = useState(levelMicros === 0 ? "" : toDecimalDollars(levelMicros));
  const [isRefused, setIsRefused] = useState(false);
  const save = useSetLowBalance();
  const typed = text.trim() === "" ? zeroMicros : readDollars(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsRefused(typed === undefined);
    if (typed !== undefined) save.mutate(typed);
  };
  return (
    <form className="amount-form" onSubmit={submit} noValidate>
      <Field
        label={i18n.t("wallet.low.tellBelow")}
        hint={levelMicros === 0 ? i18n.t("wallet.low.never") : i18n.t("wallet.low.once", { amount: formatBalance(levelMicros) })}
        problem={isRefused ? i18n.t("wallet.low.notAnAmount") : save.error ? tellFailure(save.error.failure) : undefined}
      >
        {(control) => (
          <div className="amount-row">
            <span className="amount-input" dir="ltr">
              <span aria-hidden="true">$</span>
              <input
                {...control}
                className="input figures"
                inputMode="decimal"
                autoComplete="off"
                maxLength={12}
                placeholder="0.00"
                value={text}
                onChange={(event) => {
                  setText(event.target.value);
                  setIsRefused(false);
                }}
              />
            </span>
            <button type="submit" className="button" disabled={save.isPending || typed === levelMicros}>
              {save.isPending && <span className="spinner" />}
              {i18n.t("wallet.low.save")}
            </button>
          </div>
        )}
      </Field>
    </form>
  );
}
