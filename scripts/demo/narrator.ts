export interface Narrator {
  /** Prints one step with the seconds since the start, as it happens. */
  tell(step: string, details?: string): void;
}

/** Tells the steps of the demo. */
export function createNarrator(): Narrator {
  const startedAtMs = performance.now();
  return {
    tell(step, details) {
      const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1).padStart(5);
      console.log(`${seconds} s  ${step}${details ? `  (${details})` : ""}`);
    },
  };
}
