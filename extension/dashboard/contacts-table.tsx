import type { Contact } from "#shared/api/contacts.ts";
import { countryOf, formatInternational } from "#shared/phone-number.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Flag } from "../ui/flag.tsx";
import { formatWhen } from "../ui/format-when.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { language } from "../ui/language.ts";
import "./history.css";
import { useNow } from "../ui/use-now.ts";

export function ContactsTable({ contacts, onCall }: { contacts: Contact[]; onCall: (number: string) => void }) {
  const nowMs = useNow(undefined);
  return (
    <div className="table-place">
      <table className="history figures">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Number</th>
            <th scope="col">Last called</th>
            <th scope="col">
              <span className="visually-hidden">Call</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {contacts.map((contact) => (
            <tr key={contact.id}>
              <th scope="row">
                <span className="history-party">
                  <Avatar name={contact.name} country={undefined} />
                  <span>
                    <span className="history-title">{contact.name}</span>
                    {contact.company && <span className="history-detail">{contact.company}</span>}
                  </span>
                </span>
              </th>
              <td>
                <span className="history-country">
                  <Flag country={countryOf(contact.number)} />
                  {formatInternational(contact.number)}
                </span>
              </td>
              <td>
                {contact.lastCalledAt ? (
                  <time dateTime={contact.lastCalledAt}>{formatWhen(contact.lastCalledAt, { nowMs, language })}</time>
                ) : (
                  <span className="faint">Never</span>
                )}
              </td>
              <td>
                <IconButton icon="phone" tone="talk" label={`Call ${contact.name}`} onClick={() => onCall(contact.number)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
