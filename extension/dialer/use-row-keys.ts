import { useEffect } from "react";

/** Arrow keys go from the number field into the list beneath it, from row to row, and back up into the field. */
export function useRowKeys(): void {
  useEffect(() => {
    const stop = new AbortController();
    addEventListener("keydown", steer, { signal: stop.signal });
    return () => stop.abort();
  }, []);
}

function steer(event: KeyboardEvent): void {
  if (event.defaultPrevented || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
  const stops = [...document.querySelectorAll<HTMLElement>(".number-input, .person-choose")];
  const here = stops.findIndex(hasFocus);
  const next = here < 0 ? undefined : stops[here + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** A row's receiver stands for its row. */
function hasFocus(stop: HTMLElement): boolean {
  const row = stop.closest(".person-row") ?? stop;
  return row.contains(document.activeElement);
}
