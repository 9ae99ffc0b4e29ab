import { i18n } from "#i18n";

/** The twelve keys of a telephone with the letters of ITU-T E.161. */
export const keys = [
  { key: "1", letters: "" },
  { key: "2", letters: "ABC" },
  { key: "3", letters: "DEF" },
  { key: "4", letters: "GHI" },
  { key: "5", letters: "JKL" },
  { key: "6", letters: "MNO" },
  { key: "7", letters: "PQRS" },
  { key: "8", letters: "TUV" },
  { key: "9", letters: "WXYZ" },
  { key: "*", letters: "" },
  { key: "0", letters: "+" },
  { key: "#", letters: "" },
] as const;

/** How a key is called by ear. */
export function nameOfKey(key: string, letters: string): string {
  return [spoken(key), letters === "+" ? i18n.t("dialer.keys.plus") : letters].filter(Boolean).join(", ");
}

function spoken(key: string): string {
  if (key === "*") return i18n.t("dialer.keys.star");
  return key === "#" ? i18n.t("dialer.keys.pound") : key;
}
