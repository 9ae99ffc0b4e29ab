import { accountIdSchema, type AccountId } from "#shared/ids.ts";
import { expect, test, vi } from "vitest";
import { createLiveBus } from "./live-bus.ts";

const ada = accountIdSchema.parse(`acct_${"A".repeat(26)}`);
const bob = accountIdSchema.parse(`acct_${"B".repeat(26)}`);

function source() {
  const listeners = new Set<(accountId: AccountId) => void>();
  const elsewhere = new Set<() => void>();
  return {
    onChangedElsewhere(listener: () => void) {
      elsewhere.add(listener);
      return () => void elsewhere.delete(listener);
    },
    changeElsewhere: () => elsewhere.forEach((listener) => listener()),
    elsewhere,
    onAccountChanged(listener: (accountId: AccountId) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change: (accountId: AccountId) => listeners.forEach((listener) => listener(accountId)),
    listeners,
  };
}

const nextTurn = () => new Promise((resolve) => void setImmediate(resolve));

test("many changes in one turn are told once, and only to who listens to that account", async () => {
  const store = source();
  const bus = createLiveBus(store);
  const toldAda = vi.fn();
  const toldBob = vi.fn();
  bus.subscribe(ada, toldAda);
  bus.subscribe(bob, toldBob);
  for (let change = 0; change < 100; change += 1) store.change(ada);
  await nextTurn();
  expect(toldAda).toHaveBeenCalledTimes(1);
  expect(toldBob).not.toHaveBeenCalled();
  store.change(ada);
  await nextTurn();
  expect(toldAda).toHaveBeenCalledTimes(2);
});

test("who stopped listening is told nothing, not even what changed before", async () => {
  const store = source();
  const bus = createLiveBus(store);
  const told = vi.fn();
  const stop = bus.subscribe(ada, told);
  store.change(ada);
  stop();
  await nextTurn();
  expect(told).not.toHaveBeenCalled();
});

test("a second listener stays when the first leaves and a third comes", async () => {
  const store = source();
  const bus = createLiveBus(store);
  const told = vi.fn();
  const stopFirst = bus.subscribe(ada, vi.fn());
  stopFirst();
  bus.subscribe(ada, told);
  stopFirst();
  store.change(ada);
  await nextTurn();
  expect(told).toHaveBeenCalledTimes(1);
});

test("closing lets the source go", async () => {
  const store = source();
  const bus = createLiveBus(store);
  const told = vi.fn();
  bus.subscribe(ada, told);
  store.change(ada);
  bus.close();
  await nextTurn();
  expect(told).not.toHaveBeenCalled();
  expect(store.listeners.size).toBe(0);
});

test("when another process has changed something, everyone who listens looks again", async () => {
  const store = source();
  const bus = createLiveBus(store);
  const [toldAda, toldBob] = [vi.fn(), vi.fn()];
  bus.subscribe(ada, toldAda);
  bus.subscribe(bob, toldBob);
  store.changeElsewhere();
  await nextTurn();
  expect([toldAda, toldBob].map((told) => told.mock.calls.length)).toEqual([1, 1]);
  bus.close();
  expect(store.elsewhere.size).toBe(0);
});
