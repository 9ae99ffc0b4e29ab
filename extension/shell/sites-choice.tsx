import { useSites } from "./use-sites.ts";

/** Whether numbers are marked everywhere or nowhere yet; single sites are chosen from the popup, on the page itself. */
export function SitesChoice() {
  const { sites, chooseAll, chooseNone } = useSites();
  const mode = sites?.mode;
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">Where numbers are marked</legend>
      <label className="choice">
        <input type="radio" name="sites" checked={mode === "all"} onChange={() => void chooseAll()} />
        <span className="choice-title">On every site</span>
        <span className="choice-text">Numbers become clickable on all pages you open. Chrome asks you once to allow it.</span>
      </label>
      <label className="choice">
        <input type="radio" name="sites" checked={mode === "chosen" || mode === "off"} onChange={() => void chooseNone()} />
        <span className="choice-title">Only on sites I choose</span>
        <span className="choice-text">Open the popup on a site and switch it on there. Until then Ringback reads no page.</span>
      </label>
    </fieldset>
  );
}
