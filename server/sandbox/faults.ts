import type { Faults } from "./legs.ts";

/** A carrier without faults, until somebody asks for some. */
export function noFaults(): Faults {
  return {
    callbacks: { dropShare: 0, doubleShare: 0, delayMs: 0, reorder: false },
    restDown: false,
    overrunSeconds: 0,
  };
}

/** A change to some of the faults; the others stay. */
export interface FaultsChange {
  callbacks?: Partial<Faults["callbacks"]>;
  restDown?: boolean;
  overrunSeconds?: number;
}

/** Changes faults in place, so that whoever holds them sees it. */
export function changeFaults(faults: Faults, change: FaultsChange): void {
  const { callbacks, ...others } = change;
  Object.assign(faults.callbacks, callbacks);
  Object.assign(faults, others);
}
