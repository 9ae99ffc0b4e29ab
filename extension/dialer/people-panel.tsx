import { i18n } from "#i18n";
import { formatInternational, type E164 } from "#shared/phone-number.ts";
import { LoadFailure } from "../shell/load-failure.tsx";
import { openDashboard } from "../shell/open-page.ts";
import { Empty } from "../ui/empty.tsx";
import { SkeletonRows } from "../ui/skeleton-rows.tsx";
import { NumberAndCompany } from "./number-and-company.tsx";
import { PersonRow } from "./person-row.tsx";
import type { People } from "./use-people.ts";

interface PeoplePanelProps {
  people: People;
  query: string;
  onChoose: (number: E164) => void;
  onCall: (number: E164) => void;
}

/** Everybody whom what is typed may mean. */
export function PeoplePanel({ people: { found, isComplete, failure }, query, onChoose, onCall }: PeoplePanelProps) {
  if (failure.error) return <LoadFailure error={failure.error} retry={failure.refetch} />;
  if (found.length === 0) return isComplete ? <Nobody query={query} /> : <SkeletonRows count={3} />;
  return (
    <ul className="rows" aria-label={i18n.t("dialer.people.found")}>
      {found.map(({ number, name, company, country }) => (
        <PersonRow
          key={number}
          name={name}
          number={formatInternational(number)}
          country={country}
          detail={name ? <NumberAndCompany number={number} company={company} /> : i18n.t("dialer.people.calledBefore")}
          onChoose={() => onChoose(number)}
          onCall={() => onCall(number)}
        />
      ))}
    </ul>
  );
}

function Nobody({ query }: { query: string }) {
  const add = (
    <button type="button" className="button button-quiet" onClick={() => void openDashboard("contacts")}>
      {i18n.t("dialer.people.add")}
    </button>
  );
  return (
    <Empty title={i18n.t("dialer.people.nobodyTitle", { query })} action={add}>
      {i18n.t("dialer.people.nobody")}
    </Empty>
  );
}
