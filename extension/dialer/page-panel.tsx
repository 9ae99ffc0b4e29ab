import { i18n } from "#i18n";
import { countryOf, formatInternational } from "#shared/phone-number.ts";
import type { StartCall } from "../call/call-client.ts";
import { includesSite } from "../detection/site-access.ts";
import { pointOutNumber } from "../detection/tab-numbers.ts";
import { useContacts } from "../shell/queries.ts";
import { useSites } from "../shell/use-sites.ts";
import { counted } from "../ui/counted.ts";
import { countryName } from "../ui/country-name.ts";
import { Empty } from "../ui/empty.tsx";
import { SkeletonRows } from "../ui/skeleton-rows.tsx";
import { listNumbers, type ListedNumber } from "./page-list.ts";
import { PersonRow } from "./person-row.tsx";
import { useTab } from "./use-tab.ts";
import { useTabNumbers } from "./use-tab-numbers.ts";

interface PagePanelProps {
  onCall: (call: StartCall) => void;
}

/** The numbers of the page under the popup; on a site that was not opted into, the way to do so. */
export function PagePanel({ onCall }: PagePanelProps) {
  const tab = useTab();
  const { sites, chooseSite } = useSites();
  if (!tab || !sites) return <SkeletonRows count={4} />;
  const { id, origin } = tab;
  if (!origin) return <Empty title={i18n.t("dialer.page.noSiteTitle")}>{i18n.t("dialer.page.noSite")}</Empty>;
  if (includesSite(sites, origin)) return <PageRows tabId={id} onCall={onCall} />;
  const choose = (
    <button type="button" className="button button-quiet" onClick={() => void chooseSite(origin)}>
      {i18n.t("dialer.page.markSite")}
    </button>
  );
  return (
    <Empty title={i18n.t("dialer.page.notOnTitle", { site: new URL(origin).hostname })} action={choose}>
      {i18n.t("dialer.page.notOn")}
    </Empty>
  );
}

function PageRows({ tabId, onCall }: PagePanelProps & { tabId: number }) {
  const frames = useTabNumbers(tabId);
  // Names come out of the contacts that the dialer has at hand: the server is not asked about the numbers of a page.
  const contacts = useContacts("").data?.pages.flatMap((page) => page.contacts) ?? [];
  if (!frames) return <SkeletonRows count={4} />;
  const listed = listNumbers(frames);
  if (listed.length === 0) return <Empty title={i18n.t("dialer.page.noneTitle")}>{i18n.t("dialer.page.none")}</Empty>;
  return (
    <ul className="rows" aria-label={i18n.t("dialer.page.label")}>
      {listed.map((entry) => (
        <PersonRow
          key={`${entry.number};${entry.extension ?? ""}`}
          name={contacts.find(({ number }) => number === entry.number)?.name ?? null}
          number={written(entry)}
          country={countryOf(entry.number)}
          detail={detailOf(entry)}
          onLook={() => void pointOutNumber(tabId, entry.place)}
          onChoose={() => call(entry, onCall)}
          onCall={() => call(entry, onCall)}
        />
      ))}
    </ul>
  );
}

function call({ number, extension }: ListedNumber, onCall: (call: StartCall) => void): void {
  onCall({ to: number, ...(extension && { extension }) });
}

function written({ number, extension }: ListedNumber): string {
  const international = formatInternational(number);
  return extension ? i18n.t("dialer.page.withExtension", { number: international, digits: extension }) : international;
}

function detailOf({ number, count }: ListedNumber): string {
  const country = countryOf(number);
  return [country && countryName(country), count > 1 && counted("dialer.page.times", count)].filter(Boolean).join(" · ");
}
