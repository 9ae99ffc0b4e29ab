import { i18n } from "#i18n";
import { useState, type FormEvent } from "react";
import type { E164 } from "#shared/phone-number.ts";
import { useSaveContact } from "../shell/queries.ts";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import { textOf } from "../ui/text-of.ts";

/** Gives a number that was called a name: one field, opened by whoever wants it. Company and note are for the contact's own page. */
export function AddContact({ number }: { number: E164 }) {
  const [isOpen, setIsOpen] = useState(false);
  const save = useSaveContact();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = textOf(new FormData(event.currentTarget), "name").trim();
    if (name !== "") save.mutate({ name, number });
  };
  if (!isOpen) {
    return (
      <button type="button" className="button button-link add-contact-open" onClick={() => setIsOpen(true)}>
        <Icon name="plus" />
        {i18n.t("dialer.addContact")}
      </button>
    );
  }
  return (
    <form className="add-contact" onSubmit={submit}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for */}
      <input
        className="input"
        name="name"
        aria-label={i18n.t("dialer.contactName")}
        placeholder={i18n.t("dialer.contactName")}
        autoFocus
        autoComplete="off"
        maxLength={200}
        required
      />
      <button type="submit" className="button" disabled={save.isPending}>
        {i18n.t("dialer.save")}
      </button>
      {save.error && <Notice tone="problem">{save.error.message}</Notice>}
    </form>
  );
}
