/** How items are dealt with together. */
export interface Batches<Item, Answer> {
  /** Deals with all of the items, or throws and has dealt with none. Answers in their order. */
  run: (items: readonly Item[]) => Promise<Answer[]>;
  /** Whether a failure is the fault of one of the items, so that the others are worth another try without it. */
  isOfAnItem: (error: unknown) => boolean;
  /** How many batches may be under way at once. */
  lanes: number;
  mostAtOnce: number;
}

interface Waiting<Item, Answer> {
  item: Item;
  answer: (value: Answer) => void;
  fail: (error: unknown) => void;
}

/**
 * Deals with items one by one while they come one by one, and together while they come faster than that: what arrives while all
 * lanes are busy waits and goes as one batch. So nobody waits for company, and many share what each would have cost.
 */
export function gather<Item, Answer>({ run, isOfAnItem, lanes, mostAtOnce }: Batches<Item, Answer>) {
  const waiting: Waiting<Item, Answer>[] = [];
  let busyLanes = 0;

  async function runLane(): Promise<void> {
    busyLanes += 1;
    // What arrives in the same turn of the event loop goes along.
    await new Promise(setImmediate);
    while (waiting.length > 0) await deal(waiting.splice(0, mostAtOnce));
    busyLanes -= 1;
  }

  async function deal(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await run(batch.map(({ item }) => item));
      for (const [index, { answer }] of batch.entries()) answer(answers[index] as Answer);
    } catch (error) {
      if (batch.length > 1 && isOfAnItem(error)) for (const one of batch) await deal([one]);
      else for (const { fail } of batch) fail(error);
    }
  }

  return (item: Item): Promise<Answer> =>
    new Promise((answer, fail) => {
      waiting.push({ item, answer, fail });
      if (busyLanes < lanes) void runLane();
    });
}
