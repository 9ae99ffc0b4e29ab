/** How well numbers were found in a file of labelled text. */
export interface Shares {
  /** Labels that something marked overlaps, of all. Undefined where nothing is labelled. */
  recall: number | undefined;
  /** Labels of which exactly the digits were marked. */
  exact: number | undefined;
  /** Marks that overlap a label, of all. */
  precision: number | undefined;
  /** How many marks there were; in files of look-alikes, how many texts were wrongly marked. */
  marked: number;
  /** How many labels there were; in files of look-alikes, how many texts, each as read in every region tried. */
  cases: number;
}

/** A share with four decimals; undefined of nothing. */
export function shareOf(count: number, of: number): number | undefined {
  return of === 0 ? undefined : Number((count / of).toFixed(4));
}

/** What was found otherwise than a person would, so that a person can look at it. */
export interface Finding {
  what: "missed" | "inexact" | "unlabelled" | "wrongly marked";
  text: string;
  where: string;
}

export interface Score {
  shares: Shares;
  findings: readonly Finding[];
}
