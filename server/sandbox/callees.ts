/** What a callee does once the call is answered: repeats the caller's voice, says which digit was pressed, or loses its audio. */
export type Talk = "echo" | "menu" | "lost-audio";

/** How the far end of a call to a phone number behaves. Times count from the moment the number is dialled, or from the answer. */
export type Callee =
  | { kind: "answers"; ringMs: number; talk: Talk; hangsUpAfterMs?: number }
  | { kind: "never-answers" }
  | { kind: "declines"; ringMs: number }
  | { kind: "busy" }
  | { kind: "not-in-service" };

/** Long enough to be seen and heard, short enough to wait for. */
const ringMs = 1000;

const echo: Callee = { kind: "answers", ringMs, talk: "echo" };

/**
 * The numbers with a behaviour of their own, as Twilio has magic numbers. All are in the range 555-0100 to 555-0199, which
 * the North American Numbering Plan keeps for fiction, so that none of them ever rings at a person's home; and all are
 * valid to libphonenumber, so that they can be typed and clicked like any other.
 */
export const callees: readonly { number: string; does: string; callee: Callee }[] = [
  { number: "+14155550100", does: "answers, greets and repeats what you say", callee: echo },
  { number: "+14155550101", does: "answers and says which digit you press", callee: { kind: "answers", ringMs, talk: "menu" } },
  { number: "+14155550102", does: "answers after 5 seconds of ringing", callee: { kind: "answers", ringMs: 5000, talk: "echo" } },
  { number: "+14155550103", does: "is busy", callee: { kind: "busy" } },
  { number: "+14155550104", does: "rings and is never answered", callee: { kind: "never-answers" } },
  { number: "+14155550105", does: "rings and is declined", callee: { kind: "declines", ringMs } },
  { number: "+14155550106", does: "is not in service", callee: { kind: "not-in-service" } },
  {
    number: "+14155550107",
    does: "answers, and then its audio is lost",
    callee: { kind: "answers", ringMs, talk: "lost-audio" },
  },
];

/** The range of numbers that answer, and hang up after as many seconds as their last two digits say. */
export const timedCallees = {
  first: "+12125550101",
  last: "+12125550199",
  does: "answers and hangs up after 1 to 99 seconds, as its last two digits say",
};

const timedNumber = /^\+121255501(\d\d)$/;

/** Who picks up at a number. A number with no behaviour of its own answers after a short ring and echoes. */
export function calleeAt(number: string): Callee {
  const listed = callees.find((entry) => entry.number === number);
  if (listed) return listed.callee;
  const seconds = Number(timedNumber.exec(number)?.[1] ?? 0);
  return seconds > 0 ? { kind: "answers", ringMs, talk: "echo", hangsUpAfterMs: seconds * 1000 } : echo;
}
