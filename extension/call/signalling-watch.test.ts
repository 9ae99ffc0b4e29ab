import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSignallingWatch, type SignallingWatch } from "./signalling-watch.ts";

const second = 1000;

class FakeSocket extends EventTarget {
  readonly close = vi.fn(() => {});
  /** How often whoever uses the socket was told of its end. */
  ends = 0;

  constructor() {
    super();
    this.addEventListener("close", () => (this.ends += 1));
  }

  hear(): void {
    this.dispatchEvent(new Event("message"));
  }
}

class FakeCloseEvent extends Event {}

let watch: SignallingWatch;
let socket: FakeSocket;
const online = new EventTarget();
const reregister = vi.fn(() => {});
let call: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("CloseEvent", FakeCloseEvent);
  reregister.mockClear();
  watch = createSignallingWatch(Date.now);
  socket = new FakeSocket();
  watch.listen(socket);
  socket.dispatchEvent(new Event("open"));
  call = new AbortController();
  watch.keepAlive({ online, reregister, signal: call.signal });
});

afterEach(() => {
  call.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function passWithHeartbeats(seconds: number): void {
  for (let passed = 0; passed < seconds; passed += 5) {
    vi.advanceTimersByTime(5 * second);
    socket.hear();
  }
}

it("leaves a socket alone that is heard", () => {
  passWithHeartbeats(120);
  expect(socket.close).not.toHaveBeenCalled();
});

it("closes one that has fallen silent, and says so to whoever uses it, once", () => {
  vi.advanceTimersByTime(30 * second);
  expect(socket.close).toHaveBeenCalledOnce();
  expect(socket.ends).toBe(1);
  vi.advanceTimersByTime(60 * second);
  expect(socket.ends).toBe(1);
});

it("does not wait so long when the network has come back", () => {
  passWithHeartbeats(10);
  online.dispatchEvent(new Event("online"));
  vi.advanceTimersByTime(12 * second);
  expect(socket.close).toHaveBeenCalledOnce();
});

it("gives a socket that outlived the change of network the time for a heartbeat", () => {
  online.dispatchEvent(new Event("online"));
  passWithHeartbeats(60);
  expect(socket.close).not.toHaveBeenCalled();
});

it("gives it to one that has slept through an hour, too, and closes it when none comes", () => {
  vi.setSystemTime(Date.now() + 3600 * second);
  vi.advanceTimersByTime(5 * second);
  expect(socket.close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(12 * second);
  expect(socket.close).toHaveBeenCalledOnce();
});

it("has the device look after its registration each time", () => {
  passWithHeartbeats(60);
  expect(reregister.mock.calls.length).toBeGreaterThanOrEqual(12);
});

it("forgets a socket that was closed in the ordinary way", () => {
  socket.dispatchEvent(new Event("close"));
  vi.advanceTimersByTime(60 * second);
  expect(socket.close).not.toHaveBeenCalled();
});

it("holds no timer and hears nothing once the call is over", () => {
  online.dispatchEvent(new Event("online"));
  call.abort();
  expect(vi.getTimerCount()).toBe(0);
  online.dispatchEvent(new Event("online"));
  expect(vi.getTimerCount()).toBe(0);
});
