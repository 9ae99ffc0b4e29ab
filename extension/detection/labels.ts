import { labelsIn } from "./label-scan.ts";
import type { WordKind } from "./label-words.ts";

/** What the words around a number say of it. A reference is named right before: "Order no. 415 555 2671". */
export type Label = "phone" | "fax" | "reference" | "other" | "none";

/** How far before a number a word still speaks of it. */
export const labelReach = 48;

/** The nearest label before a number, or the one right after it. `preceding` ends where the number begins; a sign more than reach helps. */
export function labelOf({ preceding, following }: { preceding: string; following: string }): Label {
  const nearest = nearestBefore(withinReach(preceding));
  if (nearest === "reference") return nearest;
  const behind = labelBehind(following);
  return behind === "fax" || nearest === "none" ? behind : nearest;
}

// A word cut in two may be another: the end of "pp." is a label.
function withinReach(preceding: string): string {
  const reached = preceding.slice(-labelReach);
  const isCut = preceding.length > labelReach && /[\p{L}\p{N}]/u.test(preceding.charAt(preceding.length - labelReach - 1));
  return isCut ? reached.replace(/^[\p{L}\p{M}\p{N}]+/u, "") : reached;
}

// Behind a number only what names it in a word or in brackets: the label of the next number stands there as well.
const behindPattern =
  /^\s{0,2}[([-]?\s?(?:(?<fax>fax|tele?fax|facsimile|faks|факс|φαξ|פקס|فاكس|f(?=\)))|(?<phone>phone|tel|mobile|cell|voice|office|toll[ -]free|[tpmco](?=\))))(?![\p{L}\p{N}])(?![^\p{L}\d]{0,4}\d)/iu;

function labelBehind(following: string): Label {
  const groups = behindPattern.exec(following)?.groups;
  if (groups?.["fax"] !== undefined) return "fax";
  return groups?.["phone"] !== undefined ? "phone" : "none";
}

function nearestBefore(text: string): Label {
  let nearest: WordKind | "none" = "none";
  let previousEnd = 0;
  for (const { kind, start, end } of labelsIn(text)) {
    // "Tel/Fax: 0221 ..." is a line that also rings.
    const isJoined = nearest === "phone" && kind === "fax" && joins.test(text.slice(previousEnd, start));
    if (!isJoined) nearest = kind;
    previousEnd = end;
  }
  return nearest === "other" && leadsUp.test(text.slice(previousEnd)) ? "reference" : nearest;
}

// Nothing but signs between a word and the number that it names.
const leadsUp = /^[\s.:#()\-\u2116]*$/;
const joins = /^[.:]?\s?(?:[/&+,-]|and|und|et|y|e|o)\s?\.?$/i;
