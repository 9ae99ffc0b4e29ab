import { i18n } from "#i18n";
import { concernOf } from "../shell/balance-concern.ts";
import { openDashboard } from "../shell/open-page.ts";
import { useProfile } from "../shell/use-profile.ts";
import { Brand } from "../ui/brand.tsx";
import { formatBalance } from "../ui/format-balance.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { OtherPlaceButton } from "./other-place-button.tsx";
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
          title={i18n.t("dialer.openWallet")}
          onClick={() => void openDashboard("wallet")}
        >
          <span className="visually-hidden">{i18n.t("dialer.figures.balance")} </span>
          {formatBalance(profile.balance.availableMicros)}
          {profile.balance.heldMicros > 0 && <span className="visually-hidden">, {i18n.t("dialer.heldByOthers")}</span>}
          <span className="visually-hidden">. {i18n.t("dialer.openWallet")}</span>
        </button>
      )}
      <OtherPlaceButton />
      <SitesMenu />
      <IconButton icon="settings" label={i18n.t("dialer.settings")} onClick={() => void openDashboard("settings")} />
    </header>
  );
}
