/** A page in the background has no frames, and a busy one no rest. */
const longestWaitMs = 250;

/**
 * Resolves when the page has painted what it is now and has nothing else to do. Whoever asks for styles before that has the page compute
 * them in the middle of its own work, and once more when it has gone on; whoever waits is told for nothing.
 */
export function whenPageRests(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestWaitMs);
    requestAnimationFrame(() =>
      requestIdleCallback(
        () => {
          clearTimeout(timer);
          resolve();
        },
        { timeout: longestWaitMs },
      ),
    );
  });
}
