import { useEffect, useState } from "react";

/** Whether Ringback may use the microphone, followed as it changes: in the address bar, in the browser's settings. */
export function useMicrophonePermission(): PermissionState | undefined {
  const [state, setState] = useState<PermissionState>();
  useEffect(() => {
    const stop = new AbortController();
    void follow(setState, stop.signal);
    return () => stop.abort();
  }, []);
  return state;
}

async function follow(tell: (state: PermissionState) => void, signal: AbortSignal): Promise<void> {
  const permission = await navigator.permissions.query({ name: "microphone" });
  if (signal.aborted) return;
  tell(permission.state);
  permission.addEventListener("change", () => tell(permission.state), { signal });
}
