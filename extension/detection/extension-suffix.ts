/** What follows a number to reach one desk: "ext. 12", "x12", "Durchwahl 12", "доб. 12". */
export interface ExtensionSuffix {
  digits: string;
  /** Where the suffix ends in the text. */
  end: number;
}

const words =
  "ext(?:ension|n)?|x|int(?:erno?)?|poste|post|durchwahl|dw|nebenstelle|nst|app(?:arat)?|anexo|ramal|extensi[oó]n|toestel|tst|wew(?:n(?:ętrzny)?)?|linka|klapka|mell(?:ék)?|anknytning|ankn|alanumero|lokalnr|dahili|máy lẻ|εσωτ(?:ερικό)?|доб(?:авочный)?|вн(?:утр)?|שלוחה|תחויג|داخلی|داخلي|تحويلة|内线|內線|内線|分机|分機|轉|转|내선|구내";
const suffixPattern = new RegExp(
  `\\s{0,3}[,;(/]?\\s{0,3}(?:(?:${words})\\s?[.:#=]{0,2}|#)\\s{0,3}(\\d{1,6})(?![\\d\\p{L}])\\)?`,
  "iuy",
);

/** The extension written right after a number that ends at `end`, if there is one. */
export function readExtensionSuffix(text: string, end: number): ExtensionSuffix | undefined {
  suffixPattern.lastIndex = end;
  const match = suffixPattern.exec(text);
  const digits = match?.[1];
  return match && digits ? { digits, end: end + match[0].length } : undefined;
}
