const longestWaitMs = 50;

/** Resolves once the browser has painted what is there now, or soon: a page that nobody looks at is never painted. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, longestWaitMs);
  });
}
