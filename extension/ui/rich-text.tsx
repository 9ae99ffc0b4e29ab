import { Fragment, type ReactNode } from "react";

interface RichTextProps<Tag extends string> {
  /** A sentence whose parts in tags are to be elements: "No server at <host>127.0.0.1</host>." */
  text: string;
  /** What becomes of the words in each tag. */
  tags: Record<Tag, (words: string) => ReactNode>;
}

/** A sentence with elements in it, whose place among the words is the translator's to choose. */
export function RichText<Tag extends string>({ text, tags }: RichTextProps<Tag>) {
  return takeApart(text).map(({ words, tag }, place) => (
    // A sentence has no other order than its own.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={place}>{tag !== undefined && tag in tags ? tags[tag as Tag](words) : words}</Fragment>
  ));
}

/** The parts of a sentence, each with the tag it stands in. Tags do not stand in tags. */
export function takeApart(text: string): { words: string; tag: string | undefined }[] {
  const parts: { words: string; tag: string | undefined }[] = [];
  let end = 0;
  for (const match of text.matchAll(/<(?<tag>\w+)>(?<words>.*?)<\/\k<tag>>/gs)) {
    if (match.index > end) parts.push({ words: text.slice(end, match.index), tag: undefined });
    parts.push({ words: match.groups?.["words"] ?? "", tag: match.groups?.["tag"] });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ words: text.slice(end), tag: undefined });
  return parts;
}
