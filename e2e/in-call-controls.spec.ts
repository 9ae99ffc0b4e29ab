import { readOffscreenAudio } from "./harness/offscreen-audio.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("mute turns red and back, and digits go out", async ({ dialer }) => {
  await dialer.call("+14155550101");
  await dialer.shows("Answered");

  await dialer.button("Mute").click();
  await expect(dialer.button("Unmute")).toHaveAttribute("data-muted", "true");
  await dialer.button("Unmute").click();
  await expect(dialer.button("Mute")).not.toHaveAttribute("data-muted", "true");

  await dialer.button("Keypad").click();
  await dialer.pressKey("5");
  await expect(dialer.page.getByLabel("Digits sent")).toHaveText("5");
  await dialer.hangUp();
  await dialer.shows("Ended");
});

test("cost and balance move at least every two seconds while talking, and stand still after", async ({ dialer }) => {
  await dialer.call("+14155550100");
  await dialer.shows("Answered");
  for (let look = 0; look < 3; look += 1) {
    const cost = await dialer.figure("Cost").textContent();
    const balance = await dialer.figure("Balance").textContent();
    await expect(dialer.figure("Cost")).not.toHaveText(cost ?? "", { timeout: 2_000 });
    await expect(dialer.figure("Balance")).not.toHaveText(balance ?? "", { timeout: 2_000 });
  }
  await dialer.hangUp();
  await dialer.shows("Ended");
  await expect(dialer.figure("Cost")).toHaveText(/^\$0\.\d{4}$/);
});

test("sound flows both ways, and a muted microphone sends silence", async ({ browserContext, dialer }) => {
  await dialer.call("+14155550100");
  await dialer.shows("Answered");
  const start = await readOffscreenAudio(browserContext);
  await expect
    .poll(async () => {
      const now = await readOffscreenAudio(browserContext);
      return (
        now.packetsSent > start.packetsSent + 50 &&
        now.packetsReceived > start.packetsReceived + 50 &&
        now.sentEnergy > start.sentEnergy &&
        now.receivedEnergy > start.receivedEnergy
      );
    })
    .toBe(true);

  await dialer.button("Mute").click();
  await expect(dialer.button("Unmute")).toBeVisible();
  // A stretch longer than the microphone's beeps are apart: what the statistics tell is a moment old, and the last beep may come late.
  let silentSince = await readOffscreenAudio(browserContext);
  await expect
    .poll(async () => {
      const now = await readOffscreenAudio(browserContext);
      if (now.sentEnergy > silentSince.sentEnergy + 1e-6) silentSince = now;
      return now.packetsSent - silentSince.packetsSent;
    })
    .toBeGreaterThan(100);
  await dialer.hangUp();
  await dialer.shows("Ended");
});
