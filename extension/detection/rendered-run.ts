import type { Candidate } from "./candidates.ts";
import { isVisible } from "./visibility.ts";
import { piecesWithin, sliceRun, type TextPiece, type TextRun } from "./text-run.ts";

/**
 * Divides a run where the layout sets its nodes apart, and leaves out nodes that are not shown while their neighbours are:
 * `<span>12</span><span>415-555-2671</span>` may be two columns. Layout costs, so it is asked only about
 * nodes that meet at a candidate.
 */
export function asRendered(run: TextRun, candidates: readonly Candidate[]): TextRun[] {
  if (run.pieces.length < 2) return [run];
  const meeting = new Set<TextPiece>();
  for (const candidate of candidates) {
    const pieces = piecesWithin(run, reachOf(run.text, candidate));
    if (pieces.length > 1) for (const piece of pieces) meeting.add(piece);
  }
  if (meeting.size === 0) return [run];
  const shown = new Map(Array.from(meeting, (piece) => [piece, isShown(piece.node)]));
  const someAreShown = [...shown.values()].includes(true);
  const isHidden = (piece: TextPiece): boolean => someAreShown && shown.get(piece) === false;
  return stretchesOf(run, { meeting, isHidden }).map((stretch) => sliceRun(run, stretch));
}

// The signs right beside a candidate have a say in what it is, unless they are blank: a blank sets apart in any layout.
function reachOf(text: string, { start, end }: Candidate): Candidate {
  return { start: isBlank(text[start - 1]) ? start : start - 1, end: isBlank(text[end]) ? end : end + 1 };
}

function isBlank(sign: string | undefined): boolean {
  return sign === undefined || sign.trim() === "";
}

function stretchesOf(
  run: TextRun,
  { meeting, isHidden }: { meeting: ReadonlySet<TextPiece>; isHidden: (piece: TextPiece) => boolean },
): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | undefined;
  let previous: TextPiece | undefined;
  for (const piece of run.pieces) {
    const isApart = previous !== undefined && meeting.has(piece) && meeting.has(previous) && areApart(previous.node, piece.node);
    if (isHidden(piece)) open = undefined;
    else if (open && !isApart) open.end = piece.end;
    else stretches.push((open = { start: piece.start, end: piece.end }));
    previous = piece;
  }
  return stretches;
}

function isShown(text: Text): boolean {
  return text.parentElement !== null && isVisible(text.parentElement);
}

function areApart(one: Text, other: Text): boolean {
  return standsApartWithin(one, other) || standsApartWithin(other, one);
}

// Whether an element around `text`, but not around `other`, is laid out as a box of its own. The computed value tells of
// floats, of positioned elements and of the items of flex and grid containers as well.
function standsApartWithin(text: Text, other: Text): boolean {
  for (let element = text.parentElement; element && !element.contains(other); element = element.parentElement) {
    if (!/^(?:inline|contents|ruby)/.test(getComputedStyle(element).display)) return true;
  }
  return false;
}
