import { concernOf } from "../shell/balance-concern.ts";
import { openDashboard } from "../shell/open-page.ts";
import { useProfile } from "../shell/use-profile.ts";
import { Brand } from "../ui/brand.tsx";
import { formatBalance } from "../ui/format-balance.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { SitesMenu } from "./sites-menu.tsx";

/** Who we are, what is left, and the doors to everything else. */
export function DialerHeader() {
  const { profile } = useProfile();
  return (
    <header className="dialer-header">
      <h1 className="brand">
        <Brand />
        Ringback
      </h1>
      {profile && (
        <button
          type="button"
          className="balance figures"
          data-concern={concernOf(profile.balance) && true}
          title="Open the wallet"
          onClick={() => void openDashboard("wallet")}
        >
          <span className="visually-hidden">Balance </span>
          {formatBalance(profile.balance.availableMicros)}
          {profile.balance.heldMicros > 0 && <span className="visually-hidden">, less what other calls hold</span>}
          <span className="visually-hidden">. Open the wallet</span>
        </button>
      )}
      <SitesMenu />
      <IconButton icon="settings" label="Settings" onClick={() => void openDashboard("settings")} />
    </header>
  );
}
