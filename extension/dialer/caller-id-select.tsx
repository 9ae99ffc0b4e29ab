import { i18n } from "#i18n";
import { updateSettings } from "../platform/settings-store.ts";
import { CallerIdOptions } from "../shell/caller-id-options.tsx";
import { useCallerId } from "../shell/use-caller-id.ts";

/** Which of one's numbers the other side sees. Kept for the next call. */
export function CallerIdSelect() {
  const { callerIds, chosen } = useCallerId();
  if (!chosen) return null;
  return (
    <label className="caller-id">
      <span>{i18n.t("dialer.theySee")}</span>
      <select
        className="figures"
        value={chosen.number}
        onChange={(event) => void updateSettings({ fromNumber: callerIds[event.target.selectedIndex]?.number })}
      >
        <CallerIdOptions callerIds={callerIds} />
      </select>
    </label>
  );
}
