import { i18n } from "#i18n";
import { SitesChoice } from "../shell/sites-choice.tsx";
import { NextButton } from "./next-button.tsx";

/** Where numbers become clickable; asked, never assumed. */
export function SitesStep() {
  return (
    <>
      <h1>{i18n.t("welcome.sites.title")}</h1>
      <p className="lead">{i18n.t("welcome.sites.text")} </p>
      <SitesChoice />
      <NextButton step="sites" />
    </>
  );
}
