import { setTimeout } from "node:timers/promises";
import { priceCall } from "#shared/price-call.ts";
import type { Dialer } from "./harness/dialer.ts";
import { pauseBrowser } from "./harness/end-by-force.ts";
import { readOffscreenAudio } from "./harness/offscreen-audio.ts";
import { countHeld } from "./harness/offscreen-resources.ts";
import { offerUpdate } from "./harness/outside-events.ts";
import { readHistory, readProfile } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";
import type { SignIn } from "./harness/sign-in.ts";
import type { Stack } from "./harness/stack.ts";
import type { BrowserContext } from "playwright-core";

const echo = "+14155550100";

test("a signalling socket that is lost comes back, and the call with it", async ({ browserContext, dialer, signedIn, stack }) => {
  await talk(dialer);
  await stack.haveAccident("drop-sockets");
  await dialer.hasTalkedFor(5);
  await hearsSound(browserContext);
  await endAndCheck(dialer, signedIn);
});

test("another network: socket and audio are lost, and the call goes on by the new way", async ({
  browserContext,
  dialer,
  signedIn,
  stack,
}) => {
  await talk(dialer);
  await hearsSound(browserContext);
  await stack.haveAccident("switch-network");
  // The SDK restarts ICE when it has heard nothing for some seconds; then the carrier's packets count up again.
  await hearsSound(browserContext);
  await dialer.shows("Answered");
  await endAndCheck(dialer, signedIn);
});

test("a carrier that is shut down says goodbye: the call ends, charged for what was talked", async ({
  dialer,
  signedIn,
  stack,
}) => {
  await talk(dialer);
  await stack.restartSandbox("SIGTERM");
  await dialer.shows("Ended");
  await expectCharged(signedIn);
  await talkAgain(dialer, signedIn);
});

test("a carrier that crashes ends the call as lost, and the next one works", async ({
  browserContext,
  dialer,
  signedIn,
  stack,
}) => {
  await talk(dialer);
  await stack.restartSandbox("SIGKILL");
  await expect(dialer.status()).toHaveText("Failed");
  await expect(dialer.reason()).toHaveText("The connection was lost.");
  await expect.poll(() => countHeld(browserContext)).toEqual({ tracks: 0, connections: 0, sockets: 0, sounds: 0 });
  await talkAgain(dialer, signedIn);
});

test("a computer that slept wakes up to its call, and the timer is right", async ({ browserContext, dialer, signedIn }) => {
  await talk(dialer);
  const wake = await pauseBrowser(browserContext);
  // What is waited for is the sleep itself: longer than the SDK waits for a heartbeat, shorter than the carrier keeps a call.
  await setTimeout(18_000);
  wake();
  await dialer.hasTalkedFor(18);
  await hearsSound(browserContext);
  await endAndCheck(dialer, signedIn);
});

test.describe("a token that is good for some seconds only", () => {
  test.use({ serverEnv: { VOICE_TOKEN_TTL_SECONDS: "8" } });

  test("is renewed in time for as long as the call lasts, and a lost socket comes back by the new one", async ({
    browserContext,
    dialer,
    signedIn,
    stack,
  }) => {
    await talk(dialer);
    await dialer.hasTalkedFor(10);
    await stack.haveAccident("drop-sockets");
    await dialer.hasTalkedFor(14);
    await hearsSound(browserContext);
    expect(countTokens(stack)).toBeGreaterThanOrEqual(3);
    await endAndCheck(dialer, signedIn);
  });

  test("is not renewed for whoever was signed out, and the call goes on all the same", async ({
    browserContext,
    dialer,
    signedIn,
    stack,
  }) => {
    await talk(dialer);
    const signedOut = await fetch(`${stack.serverUrl}/api/auth/sign-out`, {
      method: "POST",
      headers: { authorization: `Bearer ${signedIn.bearerToken}`, "content-type": "application/json" },
      body: "{}",
    });
    expect(signedOut.ok).toBe(true);
    await dialer.hasTalkedFor(14);
    await hearsSound(browserContext);
    await dialer.hangUp();
    await dialer.shows("Ended");
  });
});

test("an update of the extension that becomes ready does not touch the call", async ({ browserContext, dialer, signedIn }) => {
  await talk(dialer);
  await offerUpdate(browserContext);
  await dialer.hasTalkedFor(3);
  await hearsSound(browserContext);
  await endAndCheck(dialer, signedIn);
});

async function talk(dialer: Dialer): Promise<void> {
  await dialer.call(echo);
  await dialer.shows("Answered");
}

async function talkAgain(dialer: Dialer, signedIn: SignIn): Promise<void> {
  // The receipt of a call that ended has another word for it than the reason of one that failed.
  await dialer.page.getByRole("button", { name: /^(Done|Close)$/ }).click();
  await talk(dialer);
  await dialer.hangUp();
  await dialer.shows("Ended");
  expect(await readHistory(signedIn)).toHaveLength(2);
}

/** The far end answers with what it hears: packets that count up are sound that goes both ways. */
async function hearsSound(context: BrowserContext): Promise<void> {
  const before = await readOffscreenAudio(context);
  await expect
    .poll(async () => {
      const now = await readOffscreenAudio(context);
      return Math.min(now.packetsReceived - before.packetsReceived, now.packetsSent - before.packetsSent);
    })
    .toBeGreaterThan(50);
}

async function endAndCheck(dialer: Dialer, signedIn: SignIn): Promise<void> {
  await dialer.hangUp();
  await dialer.shows("Ended");
  await expectCharged(signedIn);
}

async function expectCharged(signedIn: SignIn): Promise<void> {
  await expect.poll(async () => (await readHistory(signedIn))[0]?.status).toBe("completed");
  const [call, ...others] = await readHistory(signedIn);
  if (!call) throw new Error("No call in the history.");
  expect(others).toEqual([]);
  expect(call.chargedMicros).toBe(priceCall(call.rate, call.durationSeconds));
  expect((await readProfile(signedIn)).balance.heldMicros).toBe(0);
}

function countTokens(stack: Stack): number {
  return stack.serverOutput().split('"path":"/api/voice/token"').length - 1;
}
