import { labelWords, markedLabels, numberWords, spacelessWords, type WordKind } from "./label-words.ts";

/** A word or phrase of a text that says what a number beside it is. */
export interface LabelWord {
  kind: WordKind;
  start: number;
  /** Where it ends, a "no." that belongs to it included. */
  end: number;
}

interface Word {
  text: string;
  start: number;
  end: number;
  meaning: Meaning;
}

/** What one word says, whatever stands beside it. */
interface Meaning {
  /** In lower case, composed as the lists are. */
  word: string;
  kind: WordKind | undefined;
  isNumberWord: boolean;
  beginsPhrase: boolean;
}

const kinds: readonly WordKind[] = ["fax", "phone", "other"];
const exact = new Map<string, WordKind>();
const beginnings: [beginning: string, kind: WordKind][] = [];
const mostWordsOfPhrase = 3;
// The first words of phrases: most words are none, and then nothing is put together to be looked up.
const phraseStarts = new Set<string>();

for (const kind of kinds) {
  for (const word of labelWords[kind].normalize("NFC").trim().split(/\s+/)) {
    if (word.endsWith("*")) beginnings.push([word.slice(0, -1), kind]);
    else exact.set(word, kind);
    const [first = "", ...rest] = word.split("-");
    if (rest.length > 0) phraseStarts.add(first);
  }
}

// Pages repeat their words, and to look one up in every list takes longer than to find it.
const meanings = new Map<string, Meaning>();
const mostMeanings = 4096;

const spaceless = /[\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const withinPhrase = /^[\s./-]{1,3}$/;
const beforeNumberWord = /^[\s.:#(-]{0,3}$/;

/** The labels of a text, first to last. The text is short: what stands within reach of a number. */
export function labelsIn(text: string): LabelWord[] {
  const words = wordsOf(text);
  const labels: LabelWord[] = [];
  for (let index = 0; index < words.length; index++) {
    const label = phraseAt(words, index, text) ?? singleAt(words[index], text);
    if (!label) continue;
    while ((words[index + 1]?.start ?? Infinity) < label.end) index++;
    const next = words[index + 1];
    const hasNumberWord = next?.meaning.isNumberWord === true && beforeNumberWord.test(text.slice(label.end, next.start));
    labels.push(hasNumberWord ? { ...label, end: next.end } : label);
    if (hasNumberWord) index++;
  }
  return labels;
}

/** Whether a text ends in a word for phone, as in "Tel0221 ...", where nothing stands between label and number. */
export function endsWithPhoneLabel(text: string): boolean {
  const word = /[\p{L}\p{M}\p{N}]+$/u.exec(text)?.[0];
  if (!word) return false;
  const { kind, word: letter } = meaningOf(word);
  const meant = kind ?? markedLabels[letter] ?? spacelessAt(word, 0)?.kind;
  return meant === "phone" || meant === "fax";
}

function wordsOf(text: string): Word[] {
  const pattern = /[\p{L}\p{M}\p{N}]+/gu;
  const words: Word[] = [];
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [word] = match;
    // No label has a digit in it.
    if (/\d/.test(word)) continue;
    words.push({ text: word, start: match.index, end: match.index + word.length, meaning: meaningOf(word) });
  }
  return words;
}

function meaningOf(text: string): Meaning {
  const known = meanings.get(text);
  if (known) return known;
  const word = text.toLowerCase().normalize("NFC");
  const meaning = {
    word,
    kind: exact.get(word) ?? beginnings.find(([beginning]) => word.startsWith(beginning))?.[1],
    isNumberWord: numberWords.has(word),
    beginsPhrase: phraseStarts.has(word),
  };
  if (meanings.size >= mostMeanings) meanings.clear();
  meanings.set(text, meaning);
  return meaning;
}

function phraseAt(words: readonly Word[], index: number, text: string): LabelWord | undefined {
  const first = words[index];
  if (!first?.meaning.beginsPhrase) return undefined;
  let phrase = first.meaning.word;
  let found: LabelWord | undefined;
  for (let next = index + 1; next < index + mostWordsOfPhrase; next++) {
    const [before, word] = [words[next - 1], words[next]];
    if (!before || !word || !withinPhrase.test(text.slice(before.end, word.start))) break;
    phrase += `-${word.meaning.word}`;
    const kind = exact.get(phrase);
    if (kind) found = { kind, start: first.start, end: word.end };
  }
  return found;
}

function singleAt(word: Word | undefined, text: string): LabelWord | undefined {
  if (!word) return undefined;
  const { start, end, meaning } = word;
  const kind = meaning.kind ?? markedKind(word, text);
  return kind ? { kind, start, end } : spacelessAt(word.text, start);
}

function markedKind({ meaning, end }: Word, text: string): WordKind | undefined {
  const next = text.charAt(end);
  return next === "." || next === ":" || next === ")" ? markedLabels[meaning.word] : undefined;
}

function spacelessAt(text: string, start: number): LabelWord | undefined {
  if (!spaceless.test(text)) return undefined;
  for (const kind of kinds) {
    const match = spacelessWords[kind].exec(text);
    if (match) return { kind, start: start + match.index, end: start + match.index + match[0].length };
  }
  return undefined;
}
