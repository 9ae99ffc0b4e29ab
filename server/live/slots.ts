/** Room for so much work at once. What finds none waits its turn. */
export interface Slots {
  run(work: () => Promise<void>): void;
  /** Forgets what waits. */
  close(): void;
}

/**
 * Runs at most so many pieces of work at once, and gives a place on only in the next turn of the event loop. Work that answers
 * without ever waiting, as a read of SQLite does, would else be done to its end in one turn, however much of it there is, and
 * nothing else would be served meanwhile.
 */
export function createSlots(count: number): Slots {
  let waiting: (() => Promise<void>)[] = [];
  let free = count;

  async function occupy(work: () => Promise<void>): Promise<void> {
    free -= 1;
    try {
      await work();
    } finally {
      setImmediate(vacate);
    }
  }

  function vacate(): void {
    free += 1;
    const next = waiting.shift();
    if (next) void occupy(next);
  }

  return {
    run(work) {
      if (free > 0) void occupy(work);
      else waiting.push(work);
    },
    close() {
      waiting = [];
    },
  };
}
