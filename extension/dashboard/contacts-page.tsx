import { tellFailure } from "../call/failure-words.ts";
import { useEffect, useRef, useState } from "react";
import { LoadFailure } from "../shell/load-failure.tsx";
import { useContacts } from "../shell/queries.ts";
import { useStartCall } from "../shell/use-start-call.ts";
import { Empty } from "../ui/empty.tsx";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import { SkeletonRows } from "../ui/skeleton-rows.tsx";
import { useHash } from "../ui/use-hash.ts";
import { useSettled } from "../ui/use-settled.ts";
import { AddContactDialog } from "./add-contact-dialog.tsx";
import { ContactsTable } from "./contacts-table.tsx";
import { hashOf, numberToAdd } from "./hash-route.ts";

/** Everybody with a name, and the way to add one. */
export function ContactsPage() {
  const [query, setQuery] = useState("");
  const dialog = useRef<HTMLDialogElement>(null);
  const { start, refused } = useStartCall();
  const number = numberToAdd(useHash());
  const add = () => dialog.current?.showModal();
  useEffect(() => {
    if (number && dialog.current?.open === false) dialog.current.showModal();
  }, [number]);
  return (
    <>
      <div className="page-head">
        <h1>Contacts</h1>
        <div className="search-field">
          <Icon name="search" />
          <input
            className="input"
            type="search"
            aria-label="Search contacts"
            placeholder="Name, company or number"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
        <button type="button" className="button button-talk" onClick={add}>
          <Icon name="plus" />
          Add a contact
        </button>
      </div>
      {refused && <Notice tone="problem">{tellFailure(refused)}</Notice>}
      <Contacts query={useSettled(query.trim())} onAdd={add} onCall={(number) => start({ to: number })} />
      <AddContactDialog ref={dialog} number={number} onClose={() => (location.hash = hashOf("contacts"))} />
    </>
  );
}

interface ContactsProps {
  query: string;
  onAdd: () => void;
  onCall: (number: string) => void;
}

function Contacts({ query, onAdd, onCall }: ContactsProps) {
  const contacts = useContacts(query);
  if (!contacts.data)
    return contacts.error ? <LoadFailure error={contacts.error} retry={contacts.refetch} /> : <SkeletonRows count={8} />;
  const found = contacts.data.pages.flatMap((page) => page.contacts);
  if (found.length === 0) {
    return query === "" ? (
      <Empty
        title="No contacts yet"
        action={
          <button type="button" className="button button-quiet" onClick={onAdd}>
            Add the first
          </button>
        }
      >
        Save the people you call. Their names then show on pages, in the popup and in the history.
      </Empty>
    ) : (
      <Empty title={`Nobody matches “${query}”`}>Look for part of a name, a company or a number.</Empty>
    );
  }
  return (
    <>
      <ContactsTable contacts={found} onCall={onCall} />
      {contacts.error && <LoadFailure error={contacts.error} retry={contacts.fetchNextPage} />}
      {contacts.hasNextPage && !contacts.error && (
        <button
          type="button"
          className="button page-more"
          disabled={contacts.isFetchingNextPage}
          onClick={() => void contacts.fetchNextPage()}
        >
          More contacts
        </button>
      )}
    </>
  );
}
