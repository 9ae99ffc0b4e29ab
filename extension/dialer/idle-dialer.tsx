import { useState } from "react";
import type { E164 } from "#shared/phone-number.ts";
import { tellFailure } from "../call/failure-words.ts";
import { concernOf } from "../shell/balance-concern.ts";
import { LoadFailure } from "../shell/load-failure.tsx";
import { useRate } from "../shell/queries.ts";
import { useCallerId } from "../shell/use-caller-id.ts";
import { useLiveProfile } from "../shell/use-live-profile.ts";
import { useProfile } from "../shell/use-profile.ts";
import { useStartCall } from "../shell/use-start-call.ts";
import { Notice } from "../ui/notice.tsx";
import { useSettled } from "../ui/use-settled.ts";
import { BalanceLine } from "./balance-line.tsx";
import { CallRow } from "./call-row.tsx";
import { ContactsPanel } from "./contacts-panel.tsx";
import { Destination } from "./destination.tsx";
import { DialerHeader } from "./dialer-header.tsx";
import { DialerTabs, type DialerTab } from "./dialer-tabs.tsx";
import { InterruptedCallNotice } from "./interrupted-call-notice.tsx";
import { Keypad } from "./keypad.tsx";
import { enterNumber, pressKey, readTarget, type NumberEntry, type Target } from "./number-entry.ts";
import { NumberField } from "./number-field.tsx";
import { PagePanel } from "./page-panel.tsx";
import { PeoplePanel } from "./people-panel.tsx";
import { RecentsPanel } from "./recents-panel.tsx";
import { useRowKeys } from "./use-row-keys.ts";
import { useExpectedCall } from "./use-expected-call.ts";
import { useLastNumber } from "./use-last-number.ts";
import { usePeople } from "./use-people.ts";
import type { NumberEntryState } from "./use-number-entry.ts";

/** The dialer between calls: a number or a name, what it costs, and the button that calls. */
export function IdleDialer({ numberEntry }: { numberEntry: NumberEntryState }) {
  const { entry } = numberEntry;
  const [tab, setTab] = useState<DialerTab>("keypad");
  const [isProblemShown, setIsProblemShown] = useState(false);
  const [isPasted, setIsPasted] = useState(false);
  const { start, refused, forget } = useStartCall();
  const { chosen } = useCallerId();
  const { profile, error: profileError, retry } = useProfile();
  const lastNumber = useLastNumber();

  useLiveProfile();
  useRowKeys();
  const concern = profile && concernOf(profile.balance);

  const target = readTarget(entry);
  const settled = readTarget(useSettled(entry));
  const people = usePeople(queryOf(target, entry), queryOf(settled, entry));
  const expected = settled.kind === "number" ? settled.number : undefined;
  const rate = useRate({ to: expected, from: chosen?.number });
  useExpectedCall(expected);
  const isSettled = target.kind === "number" && settled.kind === "number" && target.number === settled.number;

  // A name is looked for among the people, whatever was open; a list has its own receivers and needs no button beneath it.
  const view = target.kind === "name" ? "contacts" : tab;
  const isSearch = target.kind === "name" || (target.kind === "incomplete" && people.found.length > 0);
  const isCallShown = view === "keypad" || target.kind === "number" || target.kind === "incomplete";

  const change = (next: NumberEntry) => {
    numberEntry.change(next);
    setIsProblemShown(false);
    setIsPasted(false);
    forget();
  };
  const choose = (number: E164) => {
    change(enterNumber(number, entry.country));
    setTab("keypad");
  };
  const call = (number: E164) => start({ to: number });
  /** A text that holds a number gives it; any other is a name to look for. */
  const paste = async (text: string) => {
    const { readPasted } = await import("./read-pasted.ts");
    const read = readPasted(text, entry.country);
    change(read ?? { text: text.replaceAll(/\s+/g, " ").trim().slice(0, 64), country: entry.country });
    setIsPasted(read !== undefined);
  };
  const enter = () => {
    const [first] = people.found;
    if (target.kind === "number") {
      start({ to: entry.text, region: entry.country, ...(target.extension && { extension: target.extension }) });
    } else if (target.kind === "name" && first) choose(first.number);
    else if (target.kind === "name") void paste(entry.text);
    // As telephones do: the first press brings the number back, and the second calls it.
    else if (target.kind === "empty" && lastNumber) choose(lastNumber);
    else setIsProblemShown(true);
  };

  return (
    <main className="dialer">
      <DialerHeader />
      <InterruptedCallNotice />
      {concern && <BalanceLine concern={concern} />}
      <NumberField
        entry={entry}
        onChange={change}
        onPaste={(text) => void paste(text)}
        onEnter={enter}
        hasProblem={isProblemShown && target.kind === "incomplete"}
      />
      <Destination
        target={target}
        rate={isSettled ? rate : undefined}
        suggested={view === "keypad" ? people.found : []}
        onChoose={choose}
        onMore={() => setTab("contacts")}
        isPasted={isPasted}
        isProblemShown={isProblemShown}
        isRoomy={view === "keypad"}
      />
      <div className="panel">
        {refused && <Notice tone="problem">{tellFailure(refused)}</Notice>}
        {profileError && !profile ? (
          <LoadFailure error={profileError} retry={retry} />
        ) : view === "contacts" && isSearch ? (
          <PeoplePanel people={people} query={entry.text.trim()} onChoose={choose} onCall={call} />
        ) : view === "contacts" ? (
          <ContactsPanel onChoose={choose} onCall={call} />
        ) : view === "recents" ? (
          <RecentsPanel onChoose={choose} onCall={call} />
        ) : view === "page" ? (
          <PagePanel onCall={start} />
        ) : (
          <Keypad onKey={(key) => change(pressKey(entry, key))} />
        )}
      </div>
      {isCallShown && <CallRow target={target} lastNumber={lastNumber} onCall={enter} />}
      <DialerTabs tab={view} onTab={setTab} />
    </main>
  );
}

/** What people are looked for by: a name, or the digits of a number that is not whole yet. */
function queryOf(target: Target, { text }: NumberEntry): string {
  if (target.kind === "name") return target.query;
  return target.kind === "incomplete" ? text : "";
}
