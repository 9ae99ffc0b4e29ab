import { i18n } from "#i18n";
import { useCallback, useState } from "react";
import type { Contact } from "#shared/api/contacts.ts";
import { tellFailure } from "../call/failure-words.ts";
import { LoadFailure } from "../shell/load-failure.tsx";
import { useStartCall } from "../shell/use-start-call.ts";
import { Empty } from "../ui/empty.tsx";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import { SkeletonRows } from "../ui/skeleton-rows.tsx";
import { useHash } from "../ui/use-hash.ts";
import { useNow } from "../ui/use-now.ts";
import { useSettled } from "../ui/use-settled.ts";
import { ContactDialog, type Editing } from "./contacts/contact-dialog.tsx";
import { useContactBook, useRemoveContact } from "./contacts/contact-queries.ts";
import { ContactsList } from "./contacts/contacts-list.tsx";
import "./contacts/contacts.css";
import { ExportContacts } from "./contacts/export-contacts.tsx";
import { ImportDialog } from "./contacts/import-dialog.tsx";
import { RemovedNotice } from "./contacts/removed-notice.tsx";
import { hashOf, numberToAdd } from "./hash-route.ts";
import "./history.css";

/** Everybody with a name: to find, call, add, change, take away, bring in and carry out. */
export function ContactsPage() {
  const [query, setQuery] = useState("");
  const [edited, setEdited] = useState<Editing>();
  const [isImporting, setIsImporting] = useState(false);
  const [removed, setRemoved] = useState<Contact>();
  const { start, refused } = useStartCall();
  const remove = useRemoveContact();
  const number = numberToAdd(useHash());
  const editing: Editing | undefined = edited ?? (number && { kind: "new", number });
  const add = () => setEdited({ kind: "new", number: undefined });
  const stopEditing = () => {
    setEdited(undefined);
    if (number) location.hash = hashOf("contacts");
  };
  const problem = refused ?? remove.error?.failure;
  return (
    <>
      <div className="page-head">
        <h1>{i18n.t("contacts.title")}</h1>
        <ExportContacts />
        <button type="button" className="button button-quiet" onClick={() => setIsImporting(true)}>
          <Icon name="upload" />
          {i18n.t("contacts.import.open")}
        </button>
        <button type="button" className="button button-talk" onClick={add}>
          <Icon name="plus" />
          {i18n.t("contacts.add")}
        </button>
      </div>
      <div className="search-field">
        <Icon name="search" />
        <input
          className="input"
          type="search"
          aria-label={i18n.t("contacts.search")}
          placeholder={i18n.t("contacts.searchHint")}
          maxLength={100}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      {problem && <Notice tone="problem">{tellFailure(problem)}</Notice>}
      {removed && <RemovedNotice key={removed.id} contact={removed} onDone={() => setRemoved(undefined)} />}
      <Contacts
        query={useSettled(query.trim())}
        onAdd={add}
        onCall={(to) => start({ to })}
        onEdit={(contact) => setEdited({ kind: "known", contact })}
        onRemove={(contact) => remove.mutate(contact, { onSuccess: () => setRemoved(contact) })}
      />
      <ContactDialog editing={editing} onClose={stopEditing} />
      <ImportDialog isOpen={isImporting} onClose={() => setIsImporting(false)} />
    </>
  );
}

interface ContactsProps {
  query: string;
  onAdd: () => void;
  onCall: (number: string) => void;
  onEdit: (contact: Contact) => void;
  onRemove: (contact: Contact) => void;
}

function Contacts({ query, onAdd, ...actions }: ContactsProps) {
  const { data, error, refetch, hasNextPage, isFetching, fetchNextPage } = useContactBook(query);
  const nowMs = useNow(undefined);
  const askForMore = useCallback(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  if (!data) return error ? <LoadFailure error={error} retry={refetch} /> : <SkeletonRows count={8} />;
  const found = data.pages.flatMap((page) => page.contacts);
  if (found.length === 0) return <NoContacts query={query} onAdd={onAdd} />;
  return (
    <>
      <ContactsList contacts={found} nowMs={nowMs} onNearEnd={askForMore} {...actions} />
      {error && <LoadFailure error={error} retry={fetchNextPage} />}
    </>
  );
}

function NoContacts({ query, onAdd }: { query: string; onAdd: () => void }) {
  if (query !== "") return <Empty title={i18n.t("contacts.noMatch", { query })}>{i18n.t("contacts.noMatchText")}</Empty>;
  return (
    <Empty
      title={i18n.t("contacts.empty")}
      action={
        <button type="button" className="button button-quiet" onClick={onAdd}>
          {i18n.t("contacts.addFirst")}
        </button>
      }
    >
      {i18n.t("contacts.emptyText")}
    </Empty>
  );
}
