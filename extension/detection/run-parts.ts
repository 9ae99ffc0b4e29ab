import { sliceRun, type TextRun } from "./text-run.ts";

/** Runs are read in parts of this length: one may be a whole book in one text node, and no slice of work may grow with it. */
export const longestPart = 8192;

const longestContext = 48;
const farthestWordEnd = 1024;

/** A run in parts that begin and end between words, one after the other. */
export class RunParts {
  readonly #run: TextRun;
  #start = 0;

  constructor(run: TextRun) {
    this.#run = run;
  }

  next(): TextRun | undefined {
    const { text } = this.#run;
    if (this.#start >= text.length) return undefined;
    const start = this.#start;
    const isLast = text.length - start <= longestPart;
    this.#start = isLast ? text.length : partEnd(text, start + longestPart);
    if (start === 0 && isLast) return this.#run;
    const part = sliceRun(this.#run, { start, end: this.#start });
    // The label of the first number of a part may end the part before.
    return start === 0 ? part : { ...part, precedingText: text.slice(start - longestContext, start).trim() };
  }
}

// Best after a word, else at the end of a line, else at any space: tables of numbers may have no word for pages.
const wordEnds = [/\p{L}\s/u, /\n/, /\s/];

function partEnd(text: string, limit: number): number {
  const tail = text.slice(limit - farthestWordEnd, limit);
  for (const wordEnd of wordEnds) {
    for (let end = tail.length; end >= 2; end--) {
      if (wordEnd.test(tail.slice(end - 2, end))) return limit - tail.length + end;
    }
  }
  return limit;
}
