import { expect } from "vitest";

/** How long something may take that goes over sockets and through other processes, before a test gives up on it. */
export const patienceMs = 15_000;

/** Expects something of a value that is read again and again until it holds. */
export function eventually<Value>(read: () => Value | Promise<Value>, message = ""): ReturnType<typeof expect.poll<Value>> {
  return expect.poll(read, { timeout: patienceMs, message });
}
