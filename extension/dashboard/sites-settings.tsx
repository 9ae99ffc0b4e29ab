import { i18n } from "#i18n";
import { updateSettings } from "../platform/settings-store.ts";
import { useConnection } from "../shell/connection.tsx";
import { SitesChoice } from "../shell/sites-choice.tsx";
import { useSites } from "../shell/use-sites.ts";
import { leftToRight } from "../ui/left-to-right.ts";
import { IconButton } from "../ui/icon-button.tsx";

/** Everywhere, with the sites left out of it, or the list of sites chosen one by one; each with a way back. */
export function SitesSettings() {
  const { sites, leave, include } = useSites();
  return (
    <>
      <SitesChoice />
      {sites?.mode === "chosen" && (
        <SiteList
          name={i18n.t("settings.sites.chosen")}
          origins={sites.origins}
          undo={{ label: (site) => i18n.t("settings.sites.stopMarking", { site }), press: (origin) => void leave(origin) }}
        />
      )}
      {sites?.mode === "all" && sites.excluded.length > 0 && (
        <div className="field">
          <span className="field-label">{i18n.t("settings.sites.allBut")}</span>
          <SiteList
            name={i18n.t("settings.sites.leftOut")}
            origins={sites.excluded}
            undo={{ label: (site) => i18n.t("settings.sites.markAgain", { site }), press: (origin) => void include(origin) }}
          />
        </div>
      )}
      <ToolbarCount />
    </>
  );
}

function ToolbarCount() {
  const { toolbarCount } = useConnection().settings;
  return (
    <div>
      <label className="check">
        <input type="checkbox" checked={toolbarCount} onChange={() => void updateSettings({ toolbarCount: !toolbarCount })} />
        {i18n.t("toolbarCount.label")}
      </label>
      <p className="field-hint">{i18n.t("toolbarCount.hint")}</p>
    </div>
  );
}

interface SiteListProps {
  name: string;
  origins: readonly string[];
  undo: { label: (site: string) => string; press: (origin: string) => void };
}

function SiteList({ name, origins, undo }: SiteListProps) {
  return (
    <ul className="site-list" aria-label={name}>
      {origins.map((origin) => (
        <li key={origin}>
          <bdi dir="ltr">{origin.replace(/^https?:\/\//, "")}</bdi>
          <IconButton icon="close" label={undo.label(leftToRight(origin))} onClick={() => undo.press(origin)} />
        </li>
      ))}
    </ul>
  );
}
