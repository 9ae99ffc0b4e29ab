import type { Books } from "../books/books.ts";
import type { Power } from "../machine/power.ts";
import type { Clock } from "../../clock.ts";
import type { WholeStore } from "../../store/whole-store.ts";

/** A real database that outlives the servers that are simulated on it. */
export interface SimulatedDatabase {
  /** The real store, as a server that starts opens it. What it asks of the database needs power. */
  openStore: (options: { clock: Clock; power: Power }) => Promise<WholeStore>;
  /** Lets go of a server's connections when its power goes out: the database undoes what was not committed, before it is read again. */
  cutOff: (power: Power) => void;
  /** What the database says itself, asked in SQL and not through the code under test. */
  readBooks: () => Promise<Books>;
  close: () => Promise<void>;
}

/** Gives an empty one, with its tables up to date. */
export type OpenSimulatedDatabase = () => Promise<SimulatedDatabase>;
