import { countryOf, formatInternational, type E164 } from "#shared/phone-number.ts";
import type { Contact } from "#shared/api/contacts.ts";
import { LoadFailure } from "../shell/load-failure.tsx";
import { openDashboard } from "../shell/open-page.ts";
import type { useContacts } from "../shell/queries.ts";
import { Empty } from "../ui/empty.tsx";
import { SkeletonRows } from "../ui/skeleton-rows.tsx";
import { PersonRow } from "./person-row.tsx";

interface ContactsPanelProps {
  contacts: ReturnType<typeof useContacts>;
  /** What was typed, when it is a name. */
  query: string;
  onChoose: (number: E164) => void;
  onCall: (number: E164) => void;
}

/** The contacts, or those of them that match what is typed. */
export function ContactsPanel({ contacts, query, onChoose, onCall }: ContactsPanelProps) {
  if (contacts.error) return <LoadFailure error={contacts.error} retry={contacts.refetch} />;
  if (!contacts.data) return <SkeletonRows count={4} />;
  const found = contacts.data.pages.flatMap((page) => page.contacts);
  if (found.length === 0) return <NoContacts query={query} />;
  return (
    <ul className="rows" aria-label="Contacts">
      {found.map((contact) => (
        <PersonRow
          key={contact.id}
          name={contact.name}
          number={contact.number}
          country={countryOf(contact.number)}
          detail={detailOf(contact)}
          onChoose={() => onChoose(contact.number)}
          onCall={() => onCall(contact.number)}
        />
      ))}
      {contacts.hasNextPage && (
        <li className="rows-more">
          <button
            type="button"
            className="button button-link"
            disabled={contacts.isFetching}
            onClick={() => void contacts.fetchNextPage()}
          >
            More contacts
          </button>
        </li>
      )}
    </ul>
  );
}

function detailOf({ number, company }: Contact): string {
  return [formatInternational(number), company].filter(Boolean).join(" · ");
}

function NoContacts({ query }: { query: string }) {
  const add = (
    <button type="button" className="button button-quiet" onClick={() => void openDashboard("contacts")}>
      Add a contact
    </button>
  );
  return query === "" ? (
    <Empty title="No contacts yet" action={add}>
      Save the people you call, and their names show instead of numbers.
    </Empty>
  ) : (
    <Empty title={`Nobody called “${query}”`} action={add}>
      Type a number instead, or save this contact first.
    </Empty>
  );
}
