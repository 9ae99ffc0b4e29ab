import { tellFailure } from "../call/failure-words.ts";
import { useState } from "react";
import type { E164 } from "#shared/phone-number.ts";
import { concernOf } from "../shell/balance-concern.ts";
import { LoadFailure } from "../shell/load-failure.tsx";
import { useContacts, useRate } from "../shell/queries.ts";
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
import { enterNumber, pressKey, readTarget, type NumberEntry } from "./number-entry.ts";
import { NumberField } from "./number-field.tsx";
import { PagePanel } from "./page-panel.tsx";
import { RecentsPanel } from "./recents-panel.tsx";
import type { NumberEntryState } from "./use-number-entry.ts";

/** The dialer between calls: a number or a name, what it costs, and the button that calls. */
export function IdleDialer({ numberEntry }: { numberEntry: NumberEntryState }) {
  const { entry } = numberEntry;
  const [tab, setTab] = useState<DialerTab>("keypad");
  const [isProblemShown, setIsProblemShown] = useState(false);
  const { start, refused, forget } = useStartCall();
  const { chosen } = useCallerId();
  const { profile, error: profileError, retry } = useProfile();

  useLiveProfile();
  const concern = profile && concernOf(profile.balance);

  const target = readTarget(entry);
  const settled = readTarget(useSettled(entry));
  const query = settled.kind === "name" ? settled.query : "";
  const contacts = useContacts(query);
  const rate = useRate({ to: settled.kind === "number" ? settled.number : undefined, from: chosen?.number });

  const isSettled = target.kind === "number" && settled.kind === "number" && target.number === settled.number;

  // A name is looked for among the contacts, whatever was open; a list has its own receivers and needs no button beneath it.
  const view = target.kind === "name" ? "contacts" : tab;
  const isCallShown = view === "keypad" || target.kind === "number" || target.kind === "incomplete";

  const change = (next: NumberEntry) => {
    numberEntry.change(next);
    setIsProblemShown(false);
    forget();
  };
  const choose = (number: E164) => {
    change(enterNumber(number, entry.country));
    setTab("keypad");
  };
  const call = (number: E164) => start({ to: number });
  const enter = () => {
    const first = contacts.data?.pages[0]?.contacts[0];
    if (target.kind === "number") start({ to: entry.text, region: entry.country });
    else if (target.kind === "name" && first && query === target.query) choose(first.number);
    else setIsProblemShown(true);
  };

  return (
    <main className="dialer">
      <DialerHeader />
      <InterruptedCallNotice />
      {concern && <BalanceLine concern={concern} />}
      <NumberField entry={entry} onChange={change} onEnter={enter} hasProblem={isProblemShown && target.kind === "incomplete"} />
      <Destination
        target={target}
        rate={isSettled ? rate : undefined}
        isProblemShown={isProblemShown}
        isRoomy={view === "keypad"}
      />
      <div className="panel">
        {refused && <Notice tone="problem">{tellFailure(refused)}</Notice>}
        {profileError && !profile ? (
          <LoadFailure error={profileError} retry={retry} />
        ) : view === "contacts" ? (
          <ContactsPanel contacts={contacts} query={query} onChoose={choose} onCall={call} />
        ) : view === "recents" ? (
          <RecentsPanel onChoose={choose} onCall={call} />
        ) : view === "page" ? (
          <PagePanel onCall={start} />
        ) : (
          <Keypad onKey={(key) => change(pressKey(entry, key))} />
        )}
      </div>
      {isCallShown && <CallRow target={target} onCall={enter} />}
      <DialerTabs tab={view} onTab={setTab} />
    </main>
  );
}
