import { expect, test, vi } from "vitest";
import { createSlots } from "./slots.ts";

const nextTurn = () => new Promise((resolve) => void setImmediate(resolve));

test("no more than there is room for goes on at once, and everything gets its turn", async () => {
  const slots = createSlots(3);
  const finish: (() => void)[] = [];
  for (let work = 0; work < 5; work += 1) slots.run(() => new Promise<void>((resolve) => void finish.push(resolve)));
  expect(finish).toHaveLength(3);
  finish[1]?.();
  await nextTurn();
  await nextTurn();
  expect(finish).toHaveLength(4);
  for (const each of finish) each();
  await nextTurn();
  await nextTurn();
  expect(finish).toHaveLength(5);
});

test("work that never waits does not keep the event loop to itself", async () => {
  const slots = createSlots(10);
  let done = 0;
  for (let work = 0; work < 100; work += 1)
    slots.run(async () => {
      done += 1;
    });
  expect(done).toBe(10);
  await nextTurn();
  expect(done).toBeLessThan(100);
  await vi.waitFor(() => expect(done).toBe(100));
});

test("what waits when it is closed is never begun", async () => {
  const slots = createSlots(1);
  let begun = 0;
  for (let work = 0; work < 3; work += 1)
    slots.run(async () => {
      begun += 1;
    });
  slots.close();
  await nextTurn();
  await nextTurn();
  expect(begun).toBe(1);
});
