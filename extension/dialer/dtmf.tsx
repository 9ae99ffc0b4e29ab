import { i18n } from "#i18n";
import { Keypad } from "./keypad.tsx";

// What fits on one line; of a longer row its end is what was sent last.
const mostShown = 18;

/** The keys that go into a call, and what has gone. */
export function Dtmf({ sentDigits, onKey }: { sentDigits: string; onKey: (digit: string) => void }) {
  return (
    <div className="dtmf">
      <output className="dtmf-sent figures" dir="ltr" aria-label={i18n.t("dialer.call.digitsSent")}>
        {sentDigits.length > mostShown ? `…${sentDigits.slice(-mostShown)}` : sentDigits}
      </output>
      {sentDigits === "" && <p className="dtmf-hint">{i18n.t("dialer.call.digitsHint")}</p>}
      <Keypad onKey={onKey} hasPlus={false} />
    </div>
  );
}
