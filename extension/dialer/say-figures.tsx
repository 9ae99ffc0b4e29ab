import { i18n } from "#i18n";
import { useState } from "react";
import type { CallMeter } from "../call/call-meter.ts";
import { formatMoney } from "../ui/format-money.ts";
import { speakDuration } from "../ui/format-duration.ts";
import { language } from "../ui/language.ts";

/**
 * Reads time and cost out when it is asked, and at no other time: what a screen reader says by itself, it says over the person one is
 * talking to. To be seen only by whoever comes to it by keyboard.
 */
export function SayFigures({ meter }: { meter: CallMeter }) {
  const [said, setSaid] = useState("");
  return (
    <div className="say-figures">
      <button type="button" className="button button-link" onClick={() => setSaid(sayMeter(meter))}>
        {i18n.t("dialer.call.sayFigures")}
      </button>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

function sayMeter({ durationSeconds, costMicros }: CallMeter): string {
  return i18n.t("dialer.call.soFar", {
    time: speakDuration(durationSeconds, language),
    cost: formatMoney(costMicros, { decimals: 4 }),
  });
}
