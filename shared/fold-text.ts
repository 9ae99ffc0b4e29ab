// Letters that Unicode does not take apart into a plain letter and a mark, though people type them so.
const plainLetters: Record<string, string> = { ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i" };

/**
 * A text as it is searched: small, without accents and other marks, so that "uber" finds "Über" and "احمد" finds "أحمد". What is
 * searched and what is looked for must both be folded, and by this function: what it gives is kept in the database.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\u0640]/gu, "")
    .toLowerCase()
    .replaceAll(/[ßøłđðþæœı]/g, (letter) => plainLetters[letter] ?? letter)
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** As foldText, for what may not be there. */
export function foldedOrNull(text: string | null): string | null {
  return text === null ? null : foldText(text);
}

/** The first letter of each word of a folded text: "ada king lovelace" gives "akl". */
export function foldedInitials(folded: string): string {
  return folded
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0))
    .join("");
}
