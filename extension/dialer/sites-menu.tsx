import { useEffect, useId, useState } from "react";
import { browser } from "wxt/browser";
import { includesSite } from "../detection/site-access.ts";
import { useSites } from "../shell/use-sites.ts";
import { Icon } from "../ui/icon.tsx";

type Choice = "off" | "site" | "all";

/** Where numbers are marked: nowhere more, on the site in this tab, or everywhere. */
export function SitesMenu() {
  const id = useId();
  const { sites, chooseAll, chooseNone, chooseOnly } = useSites();
  const origin = useTabOrigin();
  const chosen: Choice = !sites ? "off" : sites.mode === "all" ? "all" : origin && includesSite(sites, origin) ? "site" : "off";
  const others = sites?.mode === "chosen" && chosen === "off" ? sites.origins.length : 0;
  return (
    <>
      <button
        type="button"
        className="icon-button"
        popoverTarget={id}
        aria-label="Sites where numbers are marked"
        title="Sites"
        data-on={chosen !== "off" || undefined}
      >
        <Icon name="globe" />
      </button>
      <div id={id} popover="auto" className="sites-popover">
        <fieldset className="choices">
          <legend>Mark numbers on</legend>
          <SiteChoice value="off" chosen={chosen} choose={chooseNone} title="No site">
            {others > 0
              ? `Also turns off ${others === 1 ? "the site" : `the ${others} sites`} chosen before.`
              : "Ringback reads no page."}
          </SiteChoice>
          {origin && (
            <SiteChoice value="site" chosen={chosen} choose={() => chooseOnly(origin)} title={new URL(origin).hostname}>
              Only pages of this site.
            </SiteChoice>
          )}
          <SiteChoice value="all" chosen={chosen} choose={chooseAll} title="All sites">
            Every page you open. Nothing of it leaves the browser but the numbers you call.
          </SiteChoice>
        </fieldset>
      </div>
    </>
  );
}

interface SiteChoiceProps {
  value: Choice;
  chosen: Choice;
  choose: () => Promise<unknown>;
  title: string;
  children: string;
}

function SiteChoice({ value, chosen, choose, title, children }: SiteChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name="sites" value={value} checked={value === chosen} onChange={() => void choose()} />
      <span className="choice-title">{title}</span>
      <span className="choice-text">{children}</span>
    </label>
  );
}

/** The site in the tab under the popup; undefined where there is none to mark, as on the browser's own pages. */
function useTabOrigin(): string | undefined {
  const [origin, setOrigin] = useState<string>();
  useEffect(() => {
    void readTabOrigin().then(setOrigin);
  }, []);
  return origin;
}

async function readTabOrigin(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  // Opening the popup grants activeTab, which is what shows this one tab's address.
  return tab?.url && /^https?:/.test(tab.url) ? new URL(tab.url).origin : undefined;
}
