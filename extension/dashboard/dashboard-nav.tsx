import { useProfile } from "../shell/use-profile.ts";
import { Brand } from "../ui/brand.tsx";
import { formatBalance } from "../ui/format-balance.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import { hashOf, type Route } from "./hash-route.ts";

const links: { route: Route; label: string; icon: IconName }[] = [
  { route: "history", label: "History", icon: "clock" },
  { route: "contacts", label: "Contacts", icon: "person" },
  { route: "wallet", label: "Wallet", icon: "wallet" },
  { route: "settings", label: "Settings", icon: "settings" },
];

export function DashboardNav({ route: current }: { route: Route }) {
  const { profile } = useProfile();
  return (
    <header className="side">
      <p className="side-brand">
        <Brand />
        Ringback
      </p>
      <nav aria-label="Pages">
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
            <span>Balance</span>
            <strong>{formatBalance(profile.balance.postedMicros)}</strong>
          </p>
          {profile.balance.heldMicros > 0 && (
            <p className="figures">{formatBalance(profile.balance.heldMicros)} of it is set aside for calls in progress.</p>
          )}
          <p className="side-email">{profile.user.isDemo ? "Demo account" : profile.user.email}</p>
        </div>
      )}
    </header>
  );
}
