import { useId } from "react";
import { useSites } from "../shell/use-sites.ts";
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
  const elsewhere = others === 1 ? "1 other site" : `${others} other sites`;
  return (
    <>
      <button
        type="button"
        className="icon-button"
        popoverTarget={id}
        aria-label="Sites where numbers are marked"
        title="Sites"
        data-on={chosen === "site" || chosen === "all" || undefined}
      >
        <Icon name="globe" />
      </button>
      <div id={id} popover="auto" className="sites-popover">
        <fieldset className="choices">
          <legend>Mark numbers on</legend>
          {origin && others > 0 ? (
            <Choice title="Not this site" isChosen={chosen === "off"} choose={() => leave(origin)}>
              {`The ${elsewhere} you chose stay on.`}
            </Choice>
          ) : (
            <Choice title="No site" isChosen={chosen === "off"} choose={chooseNone}>
              {others > 0 ? `Turns off the ${elsewhere} you chose.` : "Ringback reads no page."}
            </Choice>
          )}
          {origin && (
            <Choice title={new URL(origin).hostname} isChosen={chosen === "site"} choose={() => chooseOnly(origin)}>
              Pages of this site.
            </Choice>
          )}
          {origin && isAll && (
            <Choice title="All sites but this" isChosen={chosen === "all-but"} choose={() => leave(origin)}>
              {`Ringback leaves ${new URL(origin).hostname} alone.`}
            </Choice>
          )}
          <Choice
            title="All sites"
            isChosen={chosen === "all"}
            choose={origin && chosen === "all-but" ? () => include(origin) : chooseAll}
          >
            Every page you open. Nothing of it leaves the browser but the numbers you look at or call.
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
