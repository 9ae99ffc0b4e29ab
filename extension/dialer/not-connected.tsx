import { i18n } from "#i18n";
import { openWelcome } from "../shell/open-page.ts";
import { Brand } from "../ui/brand.tsx";
import "./night.css";

/** Before anybody signed in there is one thing to do. */
export function NotConnected() {
  return (
    <main className="night not-connected">
      <span className="pulse" aria-hidden="true">
        <Brand />
      </span>
      <h1>{i18n.t("dialer.welcome.title")}</h1>
      <p>{i18n.t("dialer.welcome.text")}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the popup opened by a click and has one thing to do */}
      <button
        type="button"
        className="button button-glow"
        autoFocus
        onClick={() => void openWelcome("connect").then(() => window.close())}
      >
        {i18n.t("dialer.welcome.start")}
      </button>
    </main>
  );
}
