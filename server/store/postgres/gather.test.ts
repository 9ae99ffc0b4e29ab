import { describe, expect, test } from "vitest";
import { gather } from "./gather.ts";

class Spoilt extends Error {}

/** Batches that are under way until the test lets them go on, one after another. */
function setUp({ lanes = 1, mostAtOnce = 100 } = {}) {
  const batches: string[][] = [];
  const held: (() => void)[] = [];
  let isHolding = true;
  const ask = gather<string, string>({
    async run(items) {
      batches.push([...items]);
      if (isHolding) await new Promise<void>((resolve) => held.push(resolve));
      if (items.includes("down")) throw new Error("The database is down.");
      if (items.includes("spoilt")) throw new Spoilt();
      return items.map((item) => item.toUpperCase());
    },
    isOfAnItem: (error) => error instanceof Spoilt,
    lanes,
    mostAtOnce,
  });
  return {
    ask,
    batches,
    underWay: (count: number) => expect.poll(() => batches.length).toBe(count),
    letGo: () => {
      isHolding = false;
      for (const goOn of held.splice(0)) goOn();
    },
  };
}

describe("gather", () => {
  test("one that comes alone goes alone and waits for nobody", async () => {
    const { ask, batches, letGo } = setUp();
    letGo();
    expect(await ask("a")).toBe("A");
    expect(batches).toEqual([["a"]]);
  });

  test("what arrives while a batch is under way goes together, in its order", async () => {
    const { ask, batches, underWay, letGo } = setUp();
    const first = ask("a");
    await underWay(1);
    const others = ["b", "c", "d"].map((item) => ask(item));
    letGo();
    expect(await Promise.all([first, ...others])).toEqual(["A", "B", "C", "D"]);
    expect(batches).toEqual([["a"], ["b", "c", "d"]]);
  });

  test("no more batches are under way than there are lanes", async () => {
    const { ask, batches, underWay, letGo } = setUp({ lanes: 2 });
    const asked = [ask("a")];
    await underWay(1);
    asked.push(ask("b"));
    await underWay(2);
    asked.push(ask("c"), ask("d"));
    letGo();
    await Promise.all(asked);
    expect(batches).toEqual([["a"], ["b"], ["c", "d"]]);
  });

  test("a batch is no larger than it may be", async () => {
    const { ask, batches, letGo } = setUp({ mostAtOnce: 2 });
    letGo();
    await Promise.all(["a", "b", "c", "d", "e"].map((item) => ask(item)));
    expect(batches.map(({ length }) => length)).toEqual([2, 2, 1]);
  });

  test("one that fails by itself harms nobody that it went with", async () => {
    const { ask, letGo } = setUp();
    letGo();
    const settled = await Promise.allSettled(["a", "spoilt", "b"].map((item) => ask(item)));
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  test("what is no item's fault fails all of them at once", async () => {
    const { ask, batches, letGo } = setUp();
    letGo();
    const settled = await Promise.allSettled(["a", "down", "b"].map((item) => ask(item)));
    expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(batches).toHaveLength(1);
    expect(await ask("c")).toBe("C");
  });
});
