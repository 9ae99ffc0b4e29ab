import { rm } from "node:fs/promises";
import { addMicros } from "#shared/money.ts";
import { priceCall } from "#shared/price-call.ts";
import { copyProfile, launchChromium } from "./harness/chromium-profile.ts";
import { Dialer } from "./harness/dialer.ts";
import { readHistory, readProfile } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";
import { storeSignIn } from "./harness/sign-in.ts";

test("two browsers of one account talk at once, and each call is charged once", async ({ dialer, profileTemplate, signedIn }) => {
  const profileFolder = await copyProfile(profileTemplate);
  const secondBrowser = await launchChromium(profileFolder, { headless: true });
  try {
    await secondBrowser.grantPermissions(["microphone"]);
    await storeSignIn(secondBrowser, signedIn);
    const second = await Dialer.open(secondBrowser);
    const before = await readProfile(signedIn);

    await dialer.call("+14155550100");
    await second.call("+12125550199");
    await dialer.shows("Answered");
    await second.shows("Answered");
    const during = await readProfile(signedIn);
    expect(during.balance.heldMicros).toBeGreaterThan(0);
    expect(during.balance.availableMicros).toBeGreaterThanOrEqual(0);

    await dialer.hangUp();
    await second.hangUp();
    await dialer.shows("Ended");
    await second.shows("Ended");

    const calls = await readHistory(signedIn);
    expect(calls.map(({ toNumber }) => toNumber).toSorted()).toEqual(["+12125550199", "+14155550100"]);
    for (const call of calls) expect(call.chargedMicros).toBe(priceCall(call.rate, call.durationSeconds));
    // A late callback may still add a second to a call, and its price to what was charged: asked together, the two agree.
    await expect
      .poll(async () => {
        const [profile, charged] = await Promise.all([readProfile(signedIn), readHistory(signedIn)]);
        return addMicros(profile.balance.postedMicros, ...charged.map(({ chargedMicros }) => chargedMicros));
      })
      .toBe(before.balance.postedMicros);
    expect((await readProfile(signedIn)).balance.heldMicros).toBe(0);
  } finally {
    await secondBrowser.close();
    await rm(profileFolder, { recursive: true, force: true });
  }
});

test("one browser never holds two calls: a second is refused while the first goes on", async ({
  browserContext,
  dialer,
  signedIn,
}) => {
  const second = await Dialer.open(browserContext);
  await second.type("+12125550199");
  await dialer.call("+14155550100");
  await dialer.shows("Answered");
  await second.shows("Answered");
  expect(await readHistory(signedIn)).toHaveLength(1);
  await dialer.hangUp();
  await dialer.shows("Ended");
});
