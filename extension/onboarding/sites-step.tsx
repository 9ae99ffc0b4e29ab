import { SitesChoice } from "../shell/sites-choice.tsx";
import { NextButton } from "./next-button.tsx";

/** Where numbers become clickable; asked, never assumed. */
export function SitesStep() {
  return (
    <>
      <h1>Choose where numbers are clickable</h1>
      <p className="lead">
        Ringback finds phone numbers in the text of a page and paints them, without changing the page. It does so only where you
        let it, and what it reads stays in your browser.
      </p>
      <SitesChoice />
      <NextButton step="sites" />
    </>
  );
}
