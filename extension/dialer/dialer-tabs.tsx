import { i18n } from "#i18n";
import { Icon, type IconName } from "../ui/icon.tsx";

export type DialerTab = "keypad" | "recents" | "contacts" | "page";

const tabs: { tab: DialerTab; label: string; icon: IconName }[] = [
  { tab: "keypad", label: i18n.t("dialer.keypad"), icon: "keypad" },
  { tab: "recents", label: i18n.t("dialer.tabs.recents"), icon: "clock" },
  { tab: "contacts", label: i18n.t("dialer.tabs.contacts"), icon: "person" },
  { tab: "page", label: i18n.t("dialer.tabs.page"), icon: "globe" },
];

/** What the middle of the dialer shows. */
export function DialerTabs({ tab: current, onTab }: { tab: DialerTab; onTab: (tab: DialerTab) => void }) {
  return (
    <nav className="dialer-tabs" aria-label={i18n.t("dialer.tabs.label")}>
      {tabs.map(({ tab, label, icon }) => (
        <button key={tab} type="button" className="dialer-tab" aria-pressed={tab === current} onClick={() => onTab(tab)}>
          <Icon name={icon} />
          {label}
        </button>
      ))}
    </nav>
  );
}
