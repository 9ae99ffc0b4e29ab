import { i18n } from "#i18n";
import { useSites } from "./use-sites.ts";

/** Whether numbers are marked everywhere or nowhere yet; single sites are chosen from the popup, on the page itself. */
export function SitesChoice() {
  const { sites, chooseAll, chooseNone } = useSites();
  const mode = sites?.mode;
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">{i18n.t("shell.sites.where")}</legend>
      <label className="choice">
        <input type="radio" name="sites" checked={mode === "all"} onChange={() => void chooseAll()} />
        <span className="choice-title">{i18n.t("shell.sites.all")}</span>
        <span className="choice-text">{i18n.t("shell.sites.allText")}</span>
      </label>
      <label className="choice">
        <input type="radio" name="sites" checked={mode === "chosen" || mode === "off"} onChange={() => void chooseNone()} />
        <span className="choice-title">{i18n.t("shell.sites.chosen")}</span>
        <span className="choice-text">{i18n.t("shell.sites.chosenText")}</span>
      </label>
    </fieldset>
  );
}
