/** Calls `release` when `signal` aborts, or at once if it has. */
export function releaseWith(signal: AbortSignal, release: () => void): void {
  if (signal.aborted) release();
  else signal.addEventListener("abort", release, { once: true });
}

/** Resolves when `signal` aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => releaseWith(signal, resolve));
}
