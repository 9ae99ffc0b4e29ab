let last: Promise<unknown> = Promise.resolve();

/**
 * Runs pieces of work one after another in the order in which they were asked for, so that none reads a snapshot that
 * another is about to write. A piece that throws rejects for its own caller and holds up nobody.
 */
export function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}
