import { i18n } from "#i18n";
import { useState } from "react";
import { Icon } from "./icon.tsx";

/** Puts a text on the clipboard and says that it did. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState<string>();
  const isCopied = copied === text;
  return (
    <button
      type="button"
      className="button button-quiet"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}
    >
      <Icon name={isCopied ? "check" : "copy"} />
      <span aria-live="polite">{isCopied ? i18n.t("ui.copied") : label}</span>
    </button>
  );
}
