import { i18n } from "#i18n";
import { useProfile } from "../shell/use-profile.ts";
import { Brand } from "../ui/brand.tsx";
import { formatBalance } from "../ui/format-balance.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import { hashOf, type Route } from "./hash-route.ts";

const links: { route: Route; label: string; icon: IconName }[] = [
  { route: "history", label: i18n.t("dashboard.page.history"), icon: "clock" },
  { route: "contacts", label: i18n.t("dashboard.page.contacts"), icon: "person" },
  { route: "wallet", label: i18n.t("dashboard.page.wallet"), icon: "wallet" },
  { route: "settings", label: i18n.t("dashboard.page.settings"), icon: "settings" },
];

export function DashboardNav({ route: current }: { route: Route }) {
  const { profile } = useProfile();
  return (
    <header className="side">
      <p className="side-brand">
        <Brand />
        Ringback
      </p>
      <nav aria-label={i18n.t("dashboard.pages")}>
        {links.map(({ route, label, icon }) => (
          <a key={route} className="side-link" href={hashOf(route)} aria-current={route === current ? "page" : undefined}>
            <Icon name={icon} />
            {label}
          </a>
        ))}
      </nav>
      {profile && (
        <div className="side-account">
          <p className="side-balance figures">
            <span>{i18n.t("dashboard.balance")}</span>
            <strong>{formatBalance(profile.balance.postedMicros)}</strong>
          </p>
          {profile.balance.heldMicros > 0 && (
            <p className="figures">{i18n.t("dashboard.setAside", { amount: formatBalance(profile.balance.heldMicros) })}</p>
          )}
          <p className="side-email">{profile.user.isDemo ? i18n.t("dashboard.demoAccount") : profile.user.email}</p>
        </div>
      )}
    </header>
  );
}
