import { updateSettings } from "../platform/settings-store.ts";
import { useConnection } from "../shell/connection.tsx";
import { Field } from "../ui/field.tsx";

const intervals = [
  { ms: 1000, label: "Every second" },
  { ms: 2000, label: "Every 2 seconds" },
  { ms: 5000, label: "Every 5 seconds" },
  { ms: 10_000, label: "Every 10 seconds" },
];

/** How often the balance is asked for when the server cannot push it. */
export function PollSettings() {
  const { settings } = useConnection();
  const isListed = intervals.some(({ ms }) => ms === settings.pollIntervalMs);
  return (
    <details className="advanced">
      <summary>Advanced</summary>
      <Field label="Ask for the balance" hint="Only used during a call, when the server’s live stream cannot be held open.">
        {(control) => (
          <select
            {...control}
            className="input"
            value={settings.pollIntervalMs}
            onChange={(event) => void updateSettings({ pollIntervalMs: Number(event.target.value) })}
          >
            {!isListed && <option value={settings.pollIntervalMs}>Every {settings.pollIntervalMs} ms</option>}
            {intervals.map(({ ms, label }) => (
              <option key={ms} value={ms}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
    </details>
  );
}
