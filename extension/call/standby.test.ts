import { EventEmitter } from "node:events";
import { err, ok, type Result } from "#shared/result.ts";
import { beforeEach, expect, test, vi } from "vitest";
import type { Failure } from "./call-state.ts";
import { Standby, type HeldDevice } from "./standby.ts";
import type { VoiceAccess, VoiceAccount } from "./voice-line.ts";

class FakeDevice extends EventEmitter {
  state = "registered";
  register = async (): Promise<void> => {};
  destroy(): void {
    this.state = "destroyed";
  }
}

let devices: FakeDevice[];
let nowMs: number;
let asked: number;
let access: Result<VoiceAccess, Failure>;
let standby: Standby<FakeDevice>;

const ada = accountOf("ada");
const ben = accountOf("ben");

beforeEach(() => {
  [devices, nowMs, asked] = [[], 0, 0];
  access = ok({ token: "jwt", tokenTtlSeconds: 3600, sandboxSignalUrl: null });
  standby = new Standby({
    createDevice() {
      const device = new FakeDevice();
      devices.push(device);
      return device;
    },
    now: () => nowMs,
  });
});

function accountOf(key: string): VoiceAccount {
  return {
    key,
    async askForAccess() {
      asked += 1;
      return access;
    },
  };
}

async function take(account = ada): Promise<HeldDevice<FakeDevice>> {
  const taken = await standby.take(account);
  if (!taken.ok) throw new Error(taken.error.code);
  return taken.value;
}

test("what was prepared is what a call gets, and nobody is asked twice", async () => {
  standby.prepare(ada);
  standby.prepare(ada);
  const { device } = await take();
  expect([device, asked]).toEqual([devices[0], 1]);
});

test("nothing is opened for the next call while one is going on", async () => {
  await take();
  standby.prepare(ada);
  expect(asked).toBe(1);
});

test("a call that begins before the one before it has let go gets a Device of its own, and each goes with its call", async () => {
  const first = await take();
  const second = await take();
  expect(second.device).not.toBe(first.device);
  standby.giveBack(first);
  expect(devices.map(({ state }) => state)).toEqual(["destroyed", "registered"]);
  standby.giveBack(second);
  expect(devices.map(({ state }) => state)).toEqual(["destroyed", "destroyed"]);
});

test("what was prepared for a call that does not come is let go of", async () => {
  standby.prepare(ada);
  standby.letGo();
  expect((await take()).device).toBe(devices[1]);
  expect(devices[0]?.state).toBe("destroyed");
});

test("what was opened for one account is never used for another", async () => {
  standby.prepare(ada);
  const { device } = await take(ben);
  expect(device).toBe(devices[1]);
  expect(devices[0]?.state).toBe("destroyed");
});

test("what has stood by for more than a minute, as over a sleep, is not trusted", async () => {
  standby.prepare(ada);
  nowMs = 61_000;
  expect((await take()).device).toBe(devices[1]);
  expect(devices[0]?.state).toBe("destroyed");
});

test.each(["error", "tokenWillExpire"])("a Device that stands by and says %s is not used", async (event) => {
  standby.prepare(ada);
  await vi.waitFor(() => expect(devices).toHaveLength(1));
  devices[0]?.emit(event);
  expect((await take()).device).toBe(devices[1]);
  expect(devices[0]?.state).toBe("destroyed");
});

test("what could not be prepared is tried again by the call, which is told when that fails", async () => {
  access = err({ code: "server_unreachable" });
  standby.prepare(ada);
  expect(await standby.take(ada)).toEqual(err({ code: "server_unreachable" }));
  expect(asked).toBe(2);
  access = ok({ token: "jwt", tokenTtlSeconds: 3600, sandboxSignalUrl: null });
  expect((await take()).device).toBe(devices[0]);
});
