/** When the far end began to ring on the wire and was heard, in milliseconds from the click. */
export interface CallTimes {
  ringingMs: number;
  audibleMs: number;
}

/** Somebody who calls by a click, and is timed. */
export interface Caller {
  name: string;
  /** Makes ready for a call that finds everything as an earlier one has left it. */
  warmUp: () => Promise<void>;
  /** Makes ready for a call that finds nothing. */
  coolDown: () => Promise<void>;
  /** Calls, and comes back when the far end is heard. The call goes on. */
  call: () => Promise<CallTimes>;
  hangUp: () => Promise<void>;
}

/** Asks again until there is an answer. Throws when that takes longer than anything that is measured here ever should. */
export async function waitFor<Answer>(what: string, ask: () => Promise<Answer | undefined>): Promise<Answer> {
  const giveUpAtMs = performance.now() + 20_000;
  while (performance.now() < giveUpAtMs) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`It did not come to this: ${what}.`);
}
