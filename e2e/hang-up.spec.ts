import { priceCall } from "#shared/price-call.ts";
import { countHeld } from "./harness/offscreen-resources.ts";
import { readHistory } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("the other party hangs up: the call ends by itself and is charged for what was talked", async ({
  browserContext,
  dialer,
  signedIn,
}) => {
  await dialer.call("+12125550103");
  await dialer.shows("Answered");
  await dialer.shows("Ended");
  const [call] = await readHistory(signedIn);
  if (!call) throw new Error("No call in the history.");
  expect(call.status).toBe("completed");
  expect(call.durationSeconds).toBe(3);
  await expect.poll(() => countHeld(browserContext)).toEqual({ tracks: 0, connections: 0, sockets: 0, sounds: 0 });
  await expect.poll(async () => (await readHistory(signedIn))[0]?.chargedMicros).toBe(priceCall(call.rate, 3));
});

test("hanging up before the answer costs nothing", async ({ dialer, signedIn }) => {
  await dialer.call("+14155550102");
  await dialer.shows("Calling");
  await dialer.hangUp();
  await expect(dialer.status()).toHaveText(/Failed|Ended/);
  await expect.poll(async () => (await readHistory(signedIn))[0]?.status).toBe("canceled");
  expect((await readHistory(signedIn))[0]).toMatchObject({ chargedMicros: 0, heldMicros: 0 });
});
