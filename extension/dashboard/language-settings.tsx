import { i18n } from "#i18n";
import { browser } from "wxt/browser";

/** Where the language comes from: the browser's is the only one that the context menu, the notices and Chrome itself can share. */
export function LanguageSettings() {
  return (
    <>
      <p>{i18n.t("settings.language.follows")}</p>
      <div>
        <button type="button" className="button button-quiet" onClick={() => void openLanguages()}>
          {i18n.t("settings.language.open")}
        </button>
      </div>
    </>
  );
}

function openLanguages(): Promise<unknown> {
  return browser.tabs.create({ url: "chrome://settings/languages" });
}
