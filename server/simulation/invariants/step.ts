import type { Books } from "../books/books.ts";
import type { Switchboard } from "../carrier/switchboard.ts";

/** One step of a simulation: what the books said before and after it, and what is true of the calls now. */
export interface Step {
  before: Books;
  after: Books;
  legs: Pick<Switchboard, "parents" | "children">;
  /** What the servers' clocks say. */
  serverNowMs: number;
  /** Wallets whose limits were being changed in this step. */
  limitsChanging: ReadonlySet<string>;
  /** One thing happened and not several. */
  isAlone: boolean;
  /** Nothing but clients' reports went on. */
  isOnlyReports: boolean;
}

/** A promise that holds after every step. Gives a sentence for each time it was broken. */
export type Invariant = (step: Step) => Iterable<string>;
