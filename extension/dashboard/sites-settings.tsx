import { SitesChoice } from "../shell/sites-choice.tsx";
import { useSites } from "../shell/use-sites.ts";
import { IconButton } from "../ui/icon-button.tsx";

/** Everywhere, with the sites left out of it, or the list of sites chosen one by one; each with a way back. */
export function SitesSettings() {
  const { sites, leave, include } = useSites();
  return (
    <>
      <SitesChoice />
      {sites?.mode === "chosen" && (
        <SiteList
          name="Chosen sites"
          origins={sites.origins}
          undo={{ label: "Stop marking numbers on", press: (origin) => void leave(origin) }}
        />
      )}
      {sites?.mode === "all" && sites.excluded.length > 0 && (
        <div className="field">
          <span className="field-label">All but these</span>
          <SiteList
            name="Sites left out"
            origins={sites.excluded}
            undo={{ label: "Mark numbers again on", press: (origin) => void include(origin) }}
          />
        </div>
      )}
    </>
  );
}

interface SiteListProps {
  name: string;
  origins: readonly string[];
  undo: { label: string; press: (origin: string) => void };
}

function SiteList({ name, origins, undo }: SiteListProps) {
  return (
    <ul className="site-list" aria-label={name}>
      {origins.map((origin) => (
        <li key={origin}>
          {origin.replace(/^https?:\/\//, "")}
          <IconButton icon="close" label={`${undo.label} ${origin}`} onClick={() => undo.press(origin)} />
        </li>
      ))}
    </ul>
  );
}
