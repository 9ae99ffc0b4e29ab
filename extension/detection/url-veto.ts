import type { Candidate } from "./candidates.ts";

const longestToken = 256;
const tokenEnd = /[\w.~:/?#@!$&*+,;=%-]*$/;
const tokenStart = /^[\w.~:/?#@!$&*+,;=%-]*/;

/** Whether a candidate stands inside a web address, a path or an e-mail address. */
export function isInsideUrl(text: string, { start, end }: Candidate): boolean {
  const before = tokenEnd.exec(text.slice(Math.max(0, start - longestToken), start))?.[0] ?? "";
  const after = tokenStart.exec(text.slice(end, end + longestToken))?.[0] ?? "";
  return /:\/\/|www\.|^\/\w|\.\p{L}{2,}\/|\w@[\w.-]*$/iu.test(before) || /^[\w.+-]*@\w/.test(after);
}
