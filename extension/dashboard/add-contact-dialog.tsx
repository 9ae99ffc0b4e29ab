import { tellFailure } from "../call/failure-words.ts";
import { useState, type FormEvent, type Ref } from "react";
import { countryOf, formatInternational, type E164 } from "#shared/phone-number.ts";
import { useConnection } from "../shell/connection.tsx";
import { useSaveContact } from "../shell/queries.ts";
import { CountryPicker } from "../ui/country-picker.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import "./dialog.css";
import { textOf } from "../ui/text-of.ts";

interface AddContactDialogProps {
  ref: Ref<HTMLDialogElement>;
  /** What the form begins with, where somebody came here for a number. */
  number: E164 | undefined;
  onClose: () => void;
}

/** Asks for a new contact. The number may be written as people write it in its country. */
export function AddContactDialog({ ref, number, onClose }: AddContactDialogProps) {
  // A form is made anew each time the dialog closes, so that the last contact does not stand in the next one.
  const [round, setRound] = useState(0);
  const close = () => {
    setRound(round + 1);
    onClose();
  };
  return (
    <dialog ref={ref} className="dialog" aria-labelledby="add-contact" onClose={close}>
      <ContactForm key={`${round} ${number ?? ""}`} number={number} />
    </dialog>
  );
}

function ContactForm({ number }: { number: E164 | undefined }) {
  const { settings } = useConnection();
  const [country, setCountry] = useState((number && countryOf(number)) ?? settings.defaultCountry);
  const save = useSaveContact();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const dialog = event.currentTarget.closest("dialog");
    const form = new FormData(event.currentTarget);
    const contact = { name: textOf(form, "name"), number: textOf(form, "number"), company: textOf(form, "company") };
    save.mutate({ ...contact, region: country }, { onSuccess: () => dialog?.close() });
  };
  const failure = save.error?.failure;
  const isAboutNumber = failure?.code === "invalid_number" || failure?.code === "contact_exists";
  return (
    <form className="dialog-form" onSubmit={submit}>
      <h2 id="add-contact">Add a contact</h2>
      <Field label="Name">
        {(control) => <input {...control} className="input" name="name" autoComplete="off" maxLength={200} required />}
      </Field>
      <Field label="Number" problem={isAboutNumber ? tellFailure(failure) : undefined}>
        {(control) => (
          <div className="number-row">
            <CountryPicker label="Country of the number" country={country} onPick={setCountry} />
            <input
              {...control}
              className="input figures"
              name="number"
              type="tel"
              autoComplete="off"
              maxLength={64}
              defaultValue={number && formatInternational(number)}
              required
            />
          </div>
        )}
      </Field>
      <Field label="Company (optional)">
        {(control) => <input {...control} className="input" name="company" autoComplete="off" maxLength={200} />}
      </Field>
      {failure && !isAboutNumber && <Notice tone="problem">{tellFailure(failure)}</Notice>}
      <div className="dialog-actions">
        <button type="button" className="button button-quiet" onClick={(event) => event.currentTarget.closest("dialog")?.close()}>
          Cancel
        </button>
        <button type="submit" className="button button-talk" disabled={save.isPending}>
          {save.isPending && <span className="spinner" />}
          Save
        </button>
      </div>
    </form>
  );
}
