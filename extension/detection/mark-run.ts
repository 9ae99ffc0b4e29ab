import { findCandidates, type Candidate } from "./candidates.ts";
import { hintsAround } from "./dom-hints.ts";
import { isEditable } from "./element-kinds.ts";
import type { FoundNumber } from "./find-numbers.ts";
import type { NumberFinder } from "./number-finder.ts";
import type { Mark } from "./mark.ts";
import { asRendered } from "./rendered-run.ts";
import { breaksOf, piecesWithin, type TextRun } from "./text-run.ts";

/** The numbers of a run that are sure enough to be painted, in their places on the page. */
export function marksOfRun(run: TextRun, finder: NumberFinder): Mark[] {
  const candidates = findCandidates(run.text);
  if (candidates.length === 0) return [];
  return asRendered(run, candidates).flatMap((rendered) =>
    numbersIn(rendered, finder, rendered === run ? candidates : undefined)
      .map((number) => placeNumber(rendered, number))
      .filter(({ nodes }) => !nodes.some(isEditable)),
  );
}

function numbersIn(run: TextRun, finder: NumberFinder, candidates: readonly Candidate[] | undefined): FoundNumber[] {
  const { text, precedingText } = run;
  const hintsAt = (offset: number) => hintsAround(nodeAt(run, offset));
  return finder
    .findIn({ text, precedingText, breaks: breaksOf(run), hintsAt, candidates: candidates ?? findCandidates(text) })
    .filter((number) => !number.isFax);
}

function placeNumber(run: TextRun, { start, end, e164, country, international, extension }: FoundNumber): Mark {
  const pieces = piecesWithin(run, { start, end });
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) throw new RangeError(`A number from ${start} to ${end} lies outside its run of ${run.text.length}`);
  const range = new StaticRange({
    startContainer: first.node,
    startOffset: start - first.start + first.nodeStart,
    endContainer: last.node,
    endOffset: end - last.start + last.nodeStart,
  });
  return { number: { e164, country, international, extension }, range, nodes: pieces.map(({ node }) => node) };
}

function nodeAt(run: TextRun, offset: number): Text {
  const piece = piecesWithin(run, { start: offset, end: offset + 1 })[0];
  if (!piece) throw new RangeError(`Offset ${offset} lies outside a run of ${run.text.length}`);
  return piece.node;
}
