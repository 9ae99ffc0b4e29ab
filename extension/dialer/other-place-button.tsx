import { i18n } from "#i18n";
import { useEffect, useState } from "react";
import { browser } from "wxt/browser";
import { dialerPlaceHere, openInPopup, openInSidePanel } from "../shell/open-dialer.ts";
import { IconButton } from "../ui/icon-button.tsx";

/** Shows the dialer in its other place: from the popup in the side panel, and back. */
export function OtherPlaceButton() {
  const windowId = useWindowId();
  if (dialerPlaceHere() === "side-panel")
    return <IconButton icon="small-window" label={i18n.t("dialer.place.openPopup")} onClick={() => void openInPopup()} />;
  if (windowId === undefined) return null;
  return (
    <IconButton
      icon="side-panel"
      label={i18n.t("dialer.place.openPanel")}
      onClick={() => void openInSidePanel(windowId).then(() => window.close())}
    />
  );
}

/** Asked for beforehand: once a click has waited for an answer, the browser takes it for no click any more. */
function useWindowId(): number | undefined {
  const [id, setId] = useState<number>();
  useEffect(() => {
    void browser.windows.getCurrent().then((window) => setId(window.id));
  }, []);
  return id;
}
