import { SitesChoice } from "../shell/sites-choice.tsx";
import { useSites } from "../shell/use-sites.ts";
import { IconButton } from "../ui/icon-button.tsx";

/** Everywhere, or the list of sites chosen one by one, each with a way back. */
export function SitesSettings() {
  const { sites, leave } = useSites();
  return (
    <>
      <SitesChoice />
      {sites?.mode === "chosen" && (
        <ul className="site-list" aria-label="Chosen sites">
          {sites.origins.map((origin) => (
            <li key={origin}>
              {origin.replace(/^https?:\/\//, "")}
              <IconButton icon="close" label={`Stop marking numbers on ${origin}`} onClick={() => void leave(origin)} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
