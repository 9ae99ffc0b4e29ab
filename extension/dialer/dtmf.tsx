import { i18n } from "#i18n";
import { Keypad } from "./keypad.tsx";

/** The keys that go into a call, and what has gone. */
export function Dtmf({ sentDigits, onKey }: { sentDigits: string; onKey: (digit: string) => void }) {
  return (
    <div className="dtmf">
      <output className="dtmf-sent figures" dir="ltr" aria-label={i18n.t("dialer.call.digitsSent")}>
        {sentDigits}
      </output>
      <Keypad onKey={onKey} hasPlus={false} />
    </div>
  );
}
