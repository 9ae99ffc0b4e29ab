import type { Candidate } from "./candidates.ts";

const longestToken = 256;
const tokenStart = /^[\w.~:/?#@!$&*+,;=%-]*/;

/** Whether a candidate stands inside a web address, a path or an e-mail address. */
export function isInsideUrl(text: string, { start, end }: Candidate): boolean {
  const before = tokenBefore(text, start);
  if (before !== "" && /:\/\/|www\.|^\/\w|\.\p{L}{2,}\/|\w@[\w.-]*$/iu.test(before)) return true;
  const after = tokenStart.exec(text.slice(end, end + longestToken))?.[0] ?? "";
  return after !== "" && /^[\w.+-]*@\w/.test(after);
}

function tokenBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < longestToken && /[\w.~:/?#@!$&*+,;=%-]/.test(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}
