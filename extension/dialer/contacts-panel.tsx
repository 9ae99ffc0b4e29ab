import { i18n } from "#i18n";
import { countryOf, type E164 } from "#shared/phone-number.ts";
import { LoadFailure } from "../shell/load-failure.tsx";
import { openDashboard } from "../shell/open-page.ts";
import { useContacts } from "../shell/queries.ts";
import { Empty } from "../ui/empty.tsx";
import { SkeletonRows } from "../ui/skeleton-rows.tsx";
import { NumberAndCompany } from "./number-and-company.tsx";
import { PersonRow } from "./person-row.tsx";

interface ContactsPanelProps {
  onChoose: (number: E164) => void;
  onCall: (number: E164) => void;
}

/** The contacts by name, a page at a time. */
export function ContactsPanel({ onChoose, onCall }: ContactsPanelProps) {
  const contacts = useContacts("");
  if (contacts.error) return <LoadFailure error={contacts.error} retry={contacts.refetch} />;
  if (!contacts.data) return <SkeletonRows count={4} />;
  const found = contacts.data.pages.flatMap((page) => page.contacts);
  if (found.length === 0) return <NoContacts />;
  return (
    <ul className="rows" aria-label={i18n.t("dialer.tabs.contacts")}>
      {found.map(({ id, name, number, company }) => (
        <PersonRow
          key={id}
          name={name}
          number={number}
          country={countryOf(number)}
          detail={<NumberAndCompany number={number} company={company} />}
          onChoose={() => onChoose(number)}
          onCall={() => onCall(number)}
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
            {i18n.t("dialer.people.more")}
          </button>
        </li>
      )}
    </ul>
  );
}

function NoContacts() {
  const add = (
    <button type="button" className="button button-quiet" onClick={() => void openDashboard("contacts")}>
      {i18n.t("dialer.people.add")}
    </button>
  );
  return (
    <Empty title={i18n.t("dialer.people.noneTitle")} action={add}>
      {i18n.t("dialer.people.none")}
    </Empty>
  );
}
