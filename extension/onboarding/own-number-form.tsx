import { i18n } from "#i18n";
import { useState, type FormEvent } from "react";
import { parsePhoneNumber, type CountryCode } from "#shared/phone-number.ts";
import { useConnection } from "../shell/connection.tsx";
import { CountryPicker } from "../ui/country-picker.tsx";
import { Field } from "../ui/field.tsx";
import { formatAtCaret } from "../ui/format-at-caret.ts";

interface OwnNumberFormProps {
  isBusy: boolean;
  onCall: (number: string, region: CountryCode) => void;
}

/** A number to try the real carrier with. */
export function OwnNumberForm({ isBusy, onCall }: OwnNumberFormProps) {
  const { settings } = useConnection();
  const [text, setText] = useState("");
  const [country, setCountry] = useState(settings.defaultCountry);
  const [isInvalid, setIsInvalid] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isValid = parsePhoneNumber(text, country).ok;
    setIsInvalid(!isValid);
    if (isValid) onCall(text, country);
  };
  return (
    <form className="own-number" onSubmit={submit}>
      <Field label={i18n.t("welcome.try.numberToCall")} problem={isInvalid ? i18n.t("welcome.try.cannotBeCalled") : undefined}>
        {(control) => (
          <div className="address-row">
            <CountryPicker label={i18n.t("welcome.try.countryOfNumber")} country={country} onPick={setCountry} />
            <input
              {...control}
              className="input figures"
              type="tel"
              dir="ltr"
              autoComplete="tel"
              value={text}
              onChange={({ target: { value } }) => setText(formatAtCaret({ text: value, caret: value.length }, country).text)}
            />
            <button type="submit" className="button button-talk" disabled={isBusy}>
              {i18n.t("welcome.try.call")}
            </button>
          </div>
        )}
      </Field>
    </form>
  );
}
