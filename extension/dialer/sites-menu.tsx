import { i18n } from "#i18n";
import { useId } from "react";
import { useSites } from "../shell/use-sites.ts";
import { counted } from "../ui/counted.ts";
import { Icon } from "../ui/icon.tsx";
import { readSiteChoice } from "./site-choice.ts";
import { useTab } from "./use-tab.ts";

/** Where numbers are marked: nowhere, on the site in this tab, or everywhere. */
export function SitesMenu() {
  const id = useId();
  const { sites, chooseAll, chooseNone, chooseOnly, leave, include } = useSites();
  const origin = useTab()?.origin;
  if (!sites) return null;
  const { chosen, others } = readSiteChoice(sites, origin);
  const isAll = chosen === "all" || chosen === "all-but";
  return (
    <>
      <button
        type="button"
        className="icon-button"
        popoverTarget={id}
        aria-label={i18n.t("dialer.sites.label")}
        title={i18n.t("dialer.sites.title")}
        data-on={chosen === "site" || chosen === "all" || undefined}
      >
        <Icon name="globe" />
      </button>
      <div id={id} popover="auto" className="sites-popover">
        <fieldset className="choices">
          <legend>{i18n.t("dialer.sites.legend")}</legend>
          {origin && others > 0 ? (
            <Choice title={i18n.t("dialer.sites.notThis")} isChosen={chosen === "off"} choose={() => leave(origin)}>
              {counted("dialer.sites.othersStay", others)}
            </Choice>
          ) : (
            <Choice title={i18n.t("dialer.sites.none")} isChosen={chosen === "off"} choose={chooseNone}>
              {others > 0 ? counted("dialer.sites.othersGo", others) : i18n.t("dialer.sites.readsNone")}
            </Choice>
          )}
          {origin && (
            <Choice title={new URL(origin).hostname} isChosen={chosen === "site"} choose={() => chooseOnly(origin)}>
              {i18n.t("dialer.sites.thisPages")}
            </Choice>
          )}
          {origin && isAll && (
            <Choice title={i18n.t("dialer.sites.allButThis")} isChosen={chosen === "all-but"} choose={() => leave(origin)}>
              {i18n.t("dialer.sites.leavesAlone", { site: new URL(origin).hostname })}
            </Choice>
          )}
          <Choice
            title={i18n.t("dialer.sites.all")}
            isChosen={chosen === "all"}
            choose={origin && chosen === "all-but" ? () => include(origin) : chooseAll}
          >
            {i18n.t("dialer.sites.allPages")}
          </Choice>
        </fieldset>
      </div>
    </>
  );
}

interface ChoiceProps {
  title: string;
  isChosen: boolean;
  choose: () => Promise<unknown>;
  children: string;
}

function Choice({ title, isChosen, choose, children }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name="sites" checked={isChosen} onChange={() => void choose()} />
      <span className="choice-title">{title}</span>
      <span className="choice-text">{children}</span>
    </label>
  );
}
