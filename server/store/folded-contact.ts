import { foldedInitials, foldText } from "#shared/fold-text.ts";

/** What of a contact is searched, kept beside it: a line each for name, initials and company. */
export function foldedContact({ name, company }: { name: string; company: string | null }): string {
  const folded = foldText(name);
  return [folded, foldedInitials(folded), foldText(company ?? "")].join("\n");
}
