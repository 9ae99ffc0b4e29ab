import { endsWithPhoneLabel } from "./label-scan.ts";

/** The text a candidate stands in, its place there, and where one node of the page ends and the next begins. */
export interface Placed {
  text: string;
  start: number;
  end: number;
  breaks: ReadonlySet<number>;
}

const spacelessScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const letter = /[\p{L}\p{M}]/u;
const currencyOrMark = /[\p{Sc}#_=@%^&*\\~\u2116\u00b0\u2032\u2033]/u;

/** Whether the sign before or after says that these digits are part of something else: a price, a word, a decimal. */
export function isVetoedByNeighbour(placed: Placed): boolean {
  return isVetoedBefore(placed) || isVetoedAfter(placed);
}

function isVetoedBefore({ text, start, breaks }: Placed): boolean {
  const before = text[start - 1] ?? "";
  if (before === "" || /\s/.test(before)) return isAmountBefore(text.slice(Math.max(0, start - 5), start));
  if (currencyOrMark.test(before)) return true;
  if (isWordLetter(before))
    return !breaks.has(start) && !setsItselfApart(text, start) && !endsWithPhoneLabel(text.slice(Math.max(0, start - 24), start));
  if (isDigit(before)) return true;
  // "7050/800-451-9930" is two numbers; "27/026/35703" is one of another kind.
  if (before === "/") return !/(?:^|\s|[\d().-]{7})$/.test(text.slice(Math.max(0, start - 8), start - 1));
  return /[.,:\-\u2010-\u2015']/.test(before) && isDigit(text[start - 2] ?? "");
}

// "Ada+1 415 555 2671" and "Ada(415) 555-2671" are read apart, where "Ada415" is one word.
function setsItselfApart(text: string, start: number): boolean {
  return /^(?:[+\uff0b]|[(\uff08]\p{Nd}{1,5}[)\uff09])/u.test(text.slice(start, start + 8));
}

function isVetoedAfter({ text, end, breaks }: Placed): boolean {
  const after = text[end] ?? "";
  if (after === "") return false;
  if (/\s/.test(after)) return /^\s?(?:[€$£¥%°]|(?:km|kg|cm|mm|m²|eur|usd|gbp|chf)(?!\p{L}))/iu.test(text.slice(end, end + 6));
  if (currencyOrMark.test(after) && after !== "*" && after !== "~" && after !== "&") return true;
  if (isWordLetter(after)) return !breaks.has(end);
  const next = text[end + 1] ?? "";
  if (/[.,:'+]/.test(after)) return isDigit(next) && !breaks.has(end);
  return /[-/]/.test(after) && isWordLetter(next) && !breaks.has(end) && !breaks.has(end + 1);
}

function isAmountBefore(text: string): boolean {
  return /(?:[€$£¥]|\b(?:usd|eur|gbp|chf|rs\.?))\s$/i.test(text);
}

// Scripts without spaces write "电话010-12345678": there a letter beside the digits says nothing.
function isWordLetter(sign: string): boolean {
  return letter.test(sign) && !spacelessScript.test(sign);
}

function isDigit(sign: string): boolean {
  return sign >= "0" && sign <= "9";
}
