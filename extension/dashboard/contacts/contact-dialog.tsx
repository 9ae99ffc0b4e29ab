import { i18n } from "#i18n";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { Contact } from "#shared/api/contacts.ts";
import { countryOf, formatInternational, type E164 } from "#shared/phone-number.ts";
import { tellFailure } from "../../call/failure-words.ts";
import { useConnection } from "../../shell/connection.tsx";
import { CountryPicker } from "../../ui/country-picker.tsx";
import { Field } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { textOf } from "../../ui/text-of.ts";
import "../dialog.css";
import { useKeepContact } from "./contact-queries.ts";

/** What the form is about: a contact there is, or a new one, whose number may be known. */
export type Editing = { kind: "new"; number: E164 | undefined } | { kind: "known"; contact: Contact };

interface ContactDialogProps {
  editing: Editing | undefined;
  onClose: () => void;
}

/** Asks for what a contact is to be. The number may be written as people write it in its country. */
export function ContactDialog({ editing, onClose }: ContactDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = editing !== undefined;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="contact-form" onClose={onClose}>
      {editing && <ContactForm key={keyOf(editing)} editing={editing} onClose={onClose} />}
    </dialog>
  );
}

// A form is made anew for each contact, so that the last one does not stand in the next one's.
function keyOf(editing: Editing): string {
  return editing.kind === "known" ? editing.contact.id : (editing.number ?? "");
}

function ContactForm({ editing, onClose }: { editing: Editing; onClose: () => void }) {
  const { settings } = useConnection();
  const known = editing.kind === "known" ? editing.contact : undefined;
  const number = editing.kind === "known" ? editing.contact.number : editing.number;
  const [country, setCountry] = useState((number && countryOf(number)) ?? settings.defaultCountry);
  const keep = useKeepContact();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const contact = { name: textOf(form, "name"), number: textOf(form, "number"), company: textOf(form, "company") };
    keep.mutate({ id: known?.id, ...contact, note: textOf(form, "note"), region: country }, { onSuccess: onClose });
  };
  const failure = keep.error?.failure;
  const isAboutNumber = failure?.code === "invalid_number" || failure?.code === "contact_exists";
  return (
    <form className="dialog-form" onSubmit={submit}>
      <h2 id="contact-form">{i18n.t(known ? "contacts.form.edit" : "contacts.form.add")}</h2>
      <Field label={i18n.t("contacts.form.name")}>
        {(control) => (
          <input
            {...control}
            className="input"
            name="name"
            autoComplete="off"
            maxLength={200}
            defaultValue={known?.name}
            pattern=".*\S.*"
            required
          />
        )}
      </Field>
      <Field label={i18n.t("contacts.form.number")} problem={isAboutNumber ? tellFailure(failure) : undefined}>
        {(control) => (
          <div className="number-row">
            <CountryPicker label={i18n.t("contacts.form.country")} country={country} onPick={setCountry} />
            <input
              {...control}
              className="input figures"
              name="number"
              type="tel"
              dir="ltr"
              autoComplete="off"
              maxLength={64}
              defaultValue={number && formatInternational(number)}
              required
            />
          </div>
        )}
      </Field>
      <Field label={i18n.t("contacts.form.company")}>
        {(control) => (
          <input
            {...control}
            className="input"
            name="company"
            autoComplete="off"
            maxLength={200}
            defaultValue={known?.company ?? ""}
          />
        )}
      </Field>
      <Field label={i18n.t("contacts.form.note")}>
        {(control) => (
          <textarea {...control} className="input" name="note" rows={2} maxLength={2000} defaultValue={known?.note ?? ""} />
        )}
      </Field>
      {failure && !isAboutNumber && <Notice tone="problem">{tellFailure(failure)}</Notice>}
      <div className="dialog-actions">
        <button type="button" className="button button-quiet" onClick={onClose}>
          {i18n.t("contacts.form.cancel")}
        </button>
        <button type="submit" className="button button-talk" disabled={keep.isPending}>
          {keep.isPending && <span className="spinner" />}
          {i18n.t("contacts.form.save")}
        </button>
      </div>
    </form>
  );
}
