import { i18n } from "#i18n";
import type { Contact } from "#shared/api/contacts.ts";
import { countryOf, formatInternational } from "#shared/phone-number.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Flag } from "../../ui/flag.tsx";
import { formatWhen } from "../../ui/format-when.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { hashOfView, viewOf } from "../history/history-view.ts";

export interface ContactRowProps {
  contact: Contact;
  nowMs: number;
  onCall: (number: string) => void;
  onEdit: (contact: Contact) => void;
  onRemove: (contact: Contact) => void;
}

/** Who it is, how to reach them, when that was done last, and what else one may do. */
export function ContactRow({ contact, nowMs, onCall, onEdit, onRemove }: ContactRowProps) {
  const { name, company, number, lastCalledAt, note } = contact;
  const calls = i18n.t("contacts.calls", { name });
  return (
    <>
      <Avatar name={name} country={undefined} />
      <span className="contact-name">
        <span className="history-title">{name}</span>
        {(company ?? note) && <bdi className="history-detail">{[company, note].filter(Boolean).join(" · ")}</bdi>}
      </span>
      <span className="contact-number">
        <span className="history-country figures">
          <Flag country={countryOf(number)} />
          <bdi dir="ltr">{formatInternational(number)}</bdi>
        </span>
        <span className="history-detail">
          {lastCalledAt
            ? i18n.t("contacts.lastCalled", { when: formatWhen(lastCalledAt, { nowMs }) })
            : i18n.t("contacts.neverCalled")}
        </span>
      </span>
      <span className="contact-actions">
        <a className="icon-button" href={hashOfView({ ...viewOf(""), contactId: contact.id })} aria-label={calls} title={calls}>
          <Icon name="clock" />
        </a>
        <IconButton icon="edit" label={i18n.t("contacts.edit", { name })} onClick={() => onEdit(contact)} />
        <IconButton icon="trash" label={i18n.t("contacts.remove", { name })} onClick={() => onRemove(contact)} />
        <IconButton icon="phone" tone="talk" label={i18n.t("contacts.call", { name })} onClick={() => onCall(number)} />
      </span>
    </>
  );
}
