import { i18n } from "#i18n";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Contact } from "#shared/api/contacts.ts";
import { ContactRow, type ContactRowProps } from "./contact-row.tsx";

interface ContactsListProps extends Omit<ContactRowProps, "contact"> {
  contacts: readonly Contact[];
  /** Asks for the next page, if there is one and it is not on its way. */
  onNearEnd: () => void;
}

const rowHeight = 68;
// Begun early, so that whoever scrolls at an even pace never sees the end of what is loaded.
const rowsAhead = 40;

/** The contacts, of which only those in sight are made: ten thousand scroll as ten do. */
export function ContactsList({ contacts, onNearEnd, ...row }: ContactsListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => setScrollMargin(list.current?.offsetTop ?? 0), [contacts.length]);
  // What it gives changes as the page scrolls; nothing here keeps it.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useWindowVirtualizer({
    count: contacts.length,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin,
    getItemKey: (index) => contacts[index]?.id ?? index,
  });
  const shown = rows.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown > contacts.length - rowsAhead) onNearEnd();
  }, [lastShown, contacts.length, onNearEnd]);
  return (
    <ul ref={list} className="contacts-list" aria-label={i18n.t("contacts.list")} style={{ height: rows.getTotalSize() }}>
      {shown.map(({ index, key, start }) => {
        const contact = contacts[index];
        return (
          contact && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className="contact-row"
              aria-setsize={contacts.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - scrollMargin}px)` }}
            >
              <ContactRow contact={contact} {...row} />
            </li>
          )
        );
      })}
    </ul>
  );
}
