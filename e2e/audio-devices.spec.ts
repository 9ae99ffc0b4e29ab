import type { BrowserContext } from "playwright-core";
import { z } from "zod";
import { extensionUrl } from "./harness/extension-url.ts";
import { readOffscreenAudio } from "./harness/offscreen-audio.ts";
import { countHeld } from "./harness/offscreen-resources.ts";
import { OffscreenSession } from "./harness/offscreen-session.ts";
import { expect, test } from "./harness/ringback-test.ts";

// Chromium's own pretended devices: a default and two more of each kind.
const microphone = "Fake Audio Input 2";
const speaker = "Fake Audio Output 1";

async function inOffscreen<Value>(
  context: BrowserContext,
  read: (offscreen: OffscreenSession) => Promise<Value>,
): Promise<Value> {
  const offscreen = await OffscreenSession.attach(context);
  try {
    return await read(offscreen);
  } finally {
    await offscreen.stop();
  }
}

/** The labels of the microphones that are on. */
async function liveMicrophones(context: BrowserContext): Promise<string[]> {
  const labels = await inOffscreen(context, (offscreen) =>
    offscreen.callOnAll(
      "MediaStreamTrack.prototype",
      'function () { return [...this].filter((track) => track.readyState === "live" && track.label.startsWith("Fake")).map((track) => track.label); }',
    ),
  );
  return z.array(z.string()).parse(labels);
}

/** The labels of the loudspeakers on which the other side is heard. */
async function speakersInUse(context: BrowserContext): Promise<string[]> {
  const labels = await inOffscreen(context, (offscreen) =>
    offscreen.callOnAll(
      "HTMLAudioElement.prototype",
      `async function () {
        const devices = await navigator.mediaDevices.enumerateDevices();
        const heard = [...this].filter((audio) => audio.srcObject && !audio.paused);
        return heard.map((audio) => devices.find((device) => device.kind === "audiooutput" && device.deviceId === audio.sinkId)?.label ?? audio.sinkId);
      }`,
    ),
  );
  return z.array(z.string()).parse(labels);
}

/** How the microphone's voice is treated. */
async function suppressesNoise(context: BrowserContext): Promise<boolean[]> {
  const settings = await inOffscreen(context, (offscreen) =>
    offscreen.callOnAll(
      "MediaStreamTrack.prototype",
      'function () { return [...this].filter((track) => track.readyState === "live" && track.label.startsWith("Fake")).map((track) => track.getSettings().noiseSuppression); }',
    ),
  );
  return z.array(z.boolean()).parse(settings);
}

/** Pulls a device out, or puts all back: nobody can pull out what Chromium pretends, so its list is told otherwise. */
async function pullOut(context: BrowserContext, label: string | undefined): Promise<void> {
  await inOffscreen(context, (offscreen) =>
    offscreen.evaluate(`(() => {
      const { mediaDevices } = navigator;
      delete mediaDevices.enumerateDevices;
      const label = ${JSON.stringify(label ?? null)};
      const list = mediaDevices.enumerateDevices.bind(mediaDevices);
      if (label) mediaDevices.enumerateDevices = async () => (await list()).filter((device) => device.label !== label);
      mediaDevices.dispatchEvent(new Event("devicechange"));
    })()`),
  );
}

/** Waits until sound has gone both ways since this was called. */
async function soundFlows(context: BrowserContext): Promise<void> {
  const start = await readOffscreenAudio(context);
  await expect
    .poll(async () => {
      const now = await readOffscreenAudio(context);
      return now.sentEnergy > start.sentEnergy && now.receivedEnergy > start.receivedEnergy;
    })
    .toBe(true);
}

test("devices are chosen in the middle of a call, which goes on when one is pulled out", async ({ browserContext, dialer }) => {
  await dialer.call("+14155550100");
  await dialer.shows("Answered");

  await test.step("another microphone and another loudspeaker take over at once", async () => {
    await dialer.button("Sound devices").click();
    const menu = dialer.page.getByRole("region", { name: "Sound devices" });
    await menu.getByLabel("Microphone").selectOption({ label: microphone });
    await menu.getByLabel("Speaker").selectOption({ label: speaker });
    await expect.poll(() => liveMicrophones(browserContext)).toEqual([microphone]);
    await expect.poll(() => speakersInUse(browserContext)).toEqual([speaker]);
    await dialer.page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await soundFlows(browserContext);
  });

  await test.step("one that is pulled out is told by its name, and used again when it is back", async () => {
    const told = dialer.page.getByText(`“${microphone}” is not available, so the call goes on with the default microphone.`);
    await pullOut(browserContext, microphone);
    await expect(told).toBeVisible();
    await expect.poll(() => liveMicrophones(browserContext)).toEqual(["Fake Default Audio Input"]);
    await soundFlows(browserContext);
    await pullOut(browserContext, undefined);
    await expect(told).toBeHidden();
    await expect.poll(() => liveMicrophones(browserContext)).toEqual([microphone]);
  });

  await test.step("what is done to a voice is switched while it is heard", async () => {
    expect(await suppressesNoise(browserContext)).toEqual([true]);
    const options = await browserContext.newPage();
    await options.goto(extensionUrl("options.html#/settings/sound"));
    // Its state is that of the settings, which are written first.
    await options.getByLabel("Suppress noise").click();
    await expect.poll(() => suppressesNoise(browserContext)).toEqual([false]);
    await expect(options.getByLabel("Microphone", { exact: true })).toHaveValue(/.+/);
    await options.close();
    await soundFlows(browserContext);
  });

  await dialer.hangUp();
  await dialer.shows("Ended");
  await expect.poll(() => countHeld(browserContext)).toMatchObject({ tracks: 0, connections: 0 });
});
