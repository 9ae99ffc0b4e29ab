import { i18n } from "#i18n";
import { useState } from "react";
import { useCall } from "../../call/use-call.ts";
import { Icon } from "../../ui/icon.tsx";
import { useConnection } from "../connection.tsx";
import { readDiagnostics } from "./read-diagnostics.ts";

/** Puts a report for whoever helps on the clipboard, as things are at the click. */
export function CopyDiagnostics() {
  const connection = useConnection();
  const { snapshot } = useCall();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(await readDiagnostics(connection, snapshot));
    setIsCopied(true);
  };
  return (
    <button
      type="button"
      className="button button-link copy-diagnostics"
      title={i18n.t("quality.diagnostics.hint")}
      onClick={() => void copy()}
    >
      <Icon name={isCopied ? "check" : "copy"} />
      <span aria-live="polite">{isCopied ? i18n.t("ui.copied") : i18n.t("quality.diagnostics.copy")}</span>
    </button>
  );
}
