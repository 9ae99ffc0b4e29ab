import { useEffect, useState } from "react";
import { countryName, countryOf, formatInternational } from "#shared/phone-number.ts";
import type { StartCall } from "../call/call-client.ts";
import { includesSite } from "../detection/site-access.ts";
import { pointOutNumber, readTabNumbers, type FrameNumbers } from "../detection/tab-numbers.ts";
import { useContacts } from "../shell/queries.ts";
import { useSites } from "../shell/use-sites.ts";
import { Empty } from "../ui/empty.tsx";
import { language } from "../ui/language.ts";
import { SkeletonRows } from "../ui/skeleton-rows.tsx";
import { listNumbers, type ListedNumber } from "./page-list.ts";
import { PersonRow } from "./person-row.tsx";
import { useTab } from "./use-tab.ts";

interface PagePanelProps {
  onCall: (call: StartCall) => void;
}

/** The numbers of the page under the popup; on a site that was not opted into, the way to do so. */
export function PagePanel({ onCall }: PagePanelProps) {
  const tab = useTab();
  const { sites, chooseSite } = useSites();
  if (!tab || !sites) return <SkeletonRows count={4} />;
  const { id, origin } = tab;
  if (!origin) return <Empty title="No site here">The browser keeps this page to itself, so its numbers cannot be read.</Empty>;
  if (includesSite(sites, origin)) return <PageRows tabId={id} onCall={onCall} />;
  const choose = (
    <button type="button" className="button button-quiet" onClick={() => void chooseSite(origin)}>
      Mark numbers on this site
    </button>
  );
  return (
    <Empty title={`Not on ${new URL(origin).hostname}`} action={choose}>
      Ringback does not read the pages of this site until you choose it.
    </Empty>
  );
}

function PageRows({ tabId, onCall }: PagePanelProps & { tabId: number }) {
  const frames = useTabNumbers(tabId);
  // Names come out of the contacts that the dialer has at hand: the server is not asked about the numbers of a page.
  const contacts = useContacts("").data?.pages.flatMap((page) => page.contacts) ?? [];
  if (!frames) return <SkeletonRows count={4} />;
  const listed = listNumbers(frames);
  if (listed.length === 0) return <Empty title="No numbers here">Nothing on this page reads like a phone number.</Empty>;
  return (
    <ul className="rows" aria-label="Numbers on this page">
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
  return extension ? `${formatInternational(number)} ext. ${extension}` : formatInternational(number);
}

function detailOf({ number, count }: ListedNumber): string {
  const country = countryOf(number);
  return [country && countryName(country, language), count > 1 && `${count} times`].filter(Boolean).join(" · ");
}

/** Undefined until the page has told. */
function useTabNumbers(tabId: number): FrameNumbers[] | undefined {
  const [frames, setFrames] = useState<FrameNumbers[]>();
  useEffect(() => {
    void readTabNumbers(tabId).then(setFrames);
  }, [tabId]);
  return frames;
}
