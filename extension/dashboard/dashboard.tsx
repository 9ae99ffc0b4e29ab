import { i18n } from "#i18n";
import { useEffect } from "react";
import { CallAnnouncer } from "../shell/call-announcer.tsx";
import { CallBar } from "../shell/call-bar.tsx";
import { useConnection } from "../shell/connection.tsx";
import { useHash } from "../ui/use-hash.ts";
import { ContactsPage } from "./contacts-page.tsx";
import { DashboardNav } from "./dashboard-nav.tsx";
import "./dashboard.css";
import { routeOf, type Route } from "./hash-route.ts";
import { HistoryPage } from "./history-page.tsx";
import { WalletPage } from "./wallet/wallet-page.tsx";
import { SettingsPage } from "./settings-page.tsx";
import { SignedOut } from "./signed-out.tsx";

const titles: Record<Route, string> = {
  history: i18n.t("dashboard.page.history"),
  contacts: i18n.t("dashboard.page.contacts"),
  wallet: i18n.t("dashboard.page.wallet"),
  settings: i18n.t("dashboard.page.settings"),
};

/** The options page: past calls, contacts, settings, and the call under way if there is one. */
export function Dashboard() {
  const route = routeOf(useHash());
  const { session } = useConnection();
  useEffect(() => {
    document.title = i18n.t("dashboard.title", { page: titles[route] });
  }, [route]);
  return (
    <div className="dashboard">
      <DashboardNav route={route} />
      <main className="page" key={route}>
        {!session && route !== "settings" ? <SignedOut title={titles[route]} /> : <Page route={route} />}
      </main>
      <CallBar />
      <CallAnnouncer />
    </div>
  );
}

function Page({ route }: { route: Route }) {
  switch (route) {
    case "history":
      return <HistoryPage />;
    case "contacts":
      return <ContactsPage />;
    case "wallet":
      return <WalletPage />;
    case "settings":
      return <SettingsPage />;
  }
}
