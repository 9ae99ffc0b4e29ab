import { useEffect, useEffectEvent } from "react";
import { readDigits } from "../call/digits.ts";

interface CallKeys {
  isTalking: boolean;
  onDigit: (digit: string) => void;
  onPaste: (text: string) => void;
  onMute: () => void;
}

/** While somebody talks, the keyboard's digits and what is pasted go into the call and M mutes; not while the person types into a field. */
export function useCallKeys({ isTalking, onDigit, onPaste, onMute }: CallKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isTypedInto(event.target)) return;
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    if (command.kind === "mute") onMute();
    else onDigit(command.digit);
  });
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (isTypedInto(event.target) || text === "") return;
    event.preventDefault();
    onPaste(text);
  });
  useEffect(() => {
    if (!isTalking) return;
    const stop = new AbortController();
    addEventListener("keydown", press, { signal: stop.signal });
    addEventListener("paste", paste, { signal: stop.signal });
    return () => stop.abort();
  }, [isTalking]);
}

type CallCommand = { kind: "mute" } | { kind: "digit"; digit: string };

/** What a key means to a call; undefined for every other key and for shortcuts. */
export function commandOf(
  event: Pick<KeyboardEvent, "key" | "repeat" | "ctrlKey" | "metaKey" | "altKey">,
): CallCommand | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return undefined;
  if (event.key.length !== 1) return undefined;
  if (event.key.toLowerCase() === "m") return { kind: "mute" };
  // A keyboard of another script has digits of its own.
  const digit = readDigits(event.key);
  return digit.ok ? { kind: "digit", digit: digit.value } : undefined;
}

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=radio]), select, textarea");
}
