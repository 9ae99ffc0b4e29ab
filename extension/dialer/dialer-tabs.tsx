import { Icon, type IconName } from "../ui/icon.tsx";

export type DialerTab = "keypad" | "recents" | "contacts" | "page";

const tabs: { tab: DialerTab; label: string; icon: IconName }[] = [
  { tab: "keypad", label: "Keypad", icon: "keypad" },
  { tab: "recents", label: "Recents", icon: "clock" },
  { tab: "contacts", label: "Contacts", icon: "person" },
  { tab: "page", label: "On this page", icon: "globe" },
];

/** What the middle of the dialer shows. */
export function DialerTabs({ tab: current, onTab }: { tab: DialerTab; onTab: (tab: DialerTab) => void }) {
  return (
    <nav className="dialer-tabs" aria-label="Dialer">
      {tabs.map(({ tab, label, icon }) => (
        <button key={tab} type="button" className="dialer-tab" aria-pressed={tab === current} onClick={() => onTab(tab)}>
          <Icon name={icon} />
          {label}
        </button>
      ))}
    </nav>
  );
}
