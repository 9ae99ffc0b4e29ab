import type { StoreName } from "../database/open-simulated-store.ts";

/** A fault that is planted into the server's source to see whether the simulation finds it. */
export interface Mutant {
  name: string;
  /** From the top of the repository. */
  file: string;
  /** What is replaced. It stands in the file exactly once, so that nothing else is ever changed. */
  find: string;
  replace: string;
  /** What would come of it. */
  hurts: string;
  /** The store on which it shows; SQLite when nothing is said. */
  store?: StoreName;
}
