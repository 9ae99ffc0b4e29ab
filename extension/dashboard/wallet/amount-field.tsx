import { i18n } from "#i18n";
import { useId } from "react";
import { formatMoney } from "../../ui/format-money.ts";
import { usualTopUps, type AmountChoice } from "./top-up-amount.ts";

interface AmountFieldProps {
  choice: AmountChoice;
  problem: string | undefined;
  onChoose: (choice: AmountChoice) => void;
}

/** A few amounts to press, and a field for any other. */
export function AmountField({ choice, problem, onChoose }: AmountFieldProps) {
  const id = useId();
  return (
    <fieldset className="amount-field">
      <legend className="field-label">{i18n.t("wallet.topUp.amount")}</legend>
      <div className="amount-choices">
        {usualTopUps.map((amountMicros) => (
          <label key={amountMicros} className="amount-choice figures">
            <input
              type="radio"
              name={id}
              checked={choice.kind === "usual" && choice.amountMicros === amountMicros}
              onChange={() => onChoose({ kind: "usual", amountMicros })}
            />
            {formatMoney(amountMicros, { decimals: 0 })}
          </label>
        ))}
        <label className="amount-choice">
          <input
            type="radio"
            name={id}
            checked={choice.kind === "other"}
            onChange={() => onChoose({ kind: "other", text: "" })}
          />
          {i18n.t("wallet.topUp.anotherAmount")}
        </label>
        {choice.kind === "other" && (
          <span className="amount-input" dir="ltr">
            <span aria-hidden="true">$</span>
            <input
              className="input figures"
              aria-label={i18n.t("wallet.topUp.otherAmount")}
              aria-describedby={problem === undefined ? undefined : `${id}-problem`}
              aria-invalid={problem !== undefined || undefined}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- it appears because the person wants to type here
              autoFocus
              inputMode="decimal"
              autoComplete="off"
              maxLength={12}
              placeholder="0.00"
              value={choice.text}
              onChange={(event) => onChoose({ kind: "other", text: event.target.value })}
            />
          </span>
        )}
      </div>
      {problem !== undefined && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
