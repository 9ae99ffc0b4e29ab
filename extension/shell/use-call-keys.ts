import { useEffect, useEffectEvent } from "react";

interface CallKeys {
  isTalking: boolean;
  onDigit: (digit: string) => void;
  onMute: () => void;
}

/** While somebody talks, the keyboard's digits go into the call and M mutes; not while the person types into a field. */
export function useCallKeys({ isTalking, onDigit, onMute }: CallKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isTypedInto(event.target)) return;
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    if (command.kind === "mute") onMute();
    else onDigit(command.digit);
  });
  useEffect(() => {
    if (!isTalking) return;
    const stop = new AbortController();
    addEventListener("keydown", press, { signal: stop.signal });
    return () => stop.abort();
  }, [isTalking]);
}

type CallCommand = { kind: "mute" } | { kind: "digit"; digit: string };

/** What a key means to a call; undefined for every other key and for shortcuts. */
export function commandOf(
  event: Pick<KeyboardEvent, "key" | "repeat" | "ctrlKey" | "metaKey" | "altKey">,
): CallCommand | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return undefined;
  if (/^[\d*#]$/.test(event.key)) return { kind: "digit", digit: event.key };
  return event.key.toLowerCase() === "m" ? { kind: "mute" } : undefined;
}

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=radio]), select, textarea");
}
