import type { Page } from "playwright-core";
import { expectAccessible } from "./harness/accessible.ts";
import { extensionUrl } from "./harness/extension-url.ts";
import { countHeld } from "./harness/offscreen-resources.ts";
import { countPlayedTracks, playMicrophone, setVoice } from "./harness/played-microphone.ts";
import { readProfile } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

const echo = "+14155550100";
const busy = "+14155550103";

interface Refusal {
  /** As Chromium words it. */
  error: { name: string; message: string; permission?: PermissionState };
  /** What the call says of it, and its button. */
  sentence: string;
  button: string;
  onWelcome: string;
}

const refusals: readonly Refusal[] = [
  {
    error: { name: "NotAllowedError", message: "Permission denied", permission: "denied" },
    sentence: "Chrome does not let Ringback use the microphone.",
    button: "Check the microphone",
    onWelcome: "Chrome blocks the microphone for Ringback.",
  },
  {
    error: { name: "NotAllowedError", message: "Permission dismissed", permission: "prompt" },
    sentence: "Ringback may not use the microphone yet.",
    button: "Check the microphone",
    onWelcome: "Chrome’s question went away without an answer.",
  },
  {
    error: { name: "NotAllowedError", message: "Permission denied by system" },
    sentence: "Your computer does not let Chrome use the microphone.",
    button: "Check the microphone",
    onWelcome: "Your computer does not let Chrome use the microphone.",
  },
  {
    error: { name: "NotFoundError", message: "Requested device not found" },
    sentence: "No microphone was found.",
    button: "Sound settings",
    onWelcome: "No microphone was found.",
  },
  {
    error: { name: "NotReadableError", message: "Could not start audio source" },
    sentence: "The microphone does not start.",
    button: "Sound settings",
    onWelcome: "The microphone does not start.",
  },
];

test("a microphone that cannot be had is told apart in the call, each with its way out, and nothing is charged or held", async ({
  browserContext,
  dialer,
  signedIn,
}) => {
  const before = await readProfile(signedIn);
  await test.step("the browser itself, which was never asked", async () => {
    await browserContext.clearPermissions();
    await dialer.call(echo);
    await dialer.shows("Failed");
    await expect(dialer.reason()).toHaveText("Ringback may not use the microphone yet.");
    await dialer.button("Close").click();
  });
  for (const { error, sentence, button } of refusals) {
    await test.step(`${error.name}: ${error.message}`, async () => {
      await playMicrophone(browserContext, { kind: "refusing", ...error });
      await dialer.call(echo);
      await dialer.shows("Failed");
      await expect(dialer.reason()).toHaveText(sentence);
      await expect(dialer.button(button)).toBeVisible();
      if (error.name !== "NotReadableError") await dialer.button("Close").click();
    });
  }
  expect((await readProfile(signedIn)).balance).toEqual(before.balance);
  expect(await countHeld(browserContext)).toMatchObject({ tracks: 0 });

  await dialer.button("Sound settings").click();
  await expect
    .poll(() => browserContext.pages().map((page) => page.url()))
    .toContain(extensionUrl("options.html#/settings/sound"));
});

test("the welcome page says why it asks before it asks, and what to do about each answer", async ({ browserContext }) => {
  await browserContext.clearPermissions();
  const page = await browserContext.newPage();
  await page.goto(extensionUrl("welcome.html#microphone"));
  await expect(page.getByText("A call needs your voice.")).toBeVisible();
  await expect(page.locator(".notice")).toHaveCount(0);
  for (const { error, onWelcome } of refusals) {
    await playMicrophone(page, { kind: "refusing", ...error });
    await page.getByRole("button", { name: /^(Allow the microphone|Check again)$/ }).click();
    await expect(page.locator(".notice")).toContainText(onWelcome);
    const settings = page.getByRole("button", { name: "Open Chrome’s settings" });
    await expect(settings).toHaveCount(error.permission === "denied" ? 1 : 0);
  }
  await expectAccessible(page);

  await test.step("a microphone that is allowed, and then does not start", async () => {
    await browserContext.grantPermissions(["microphone"]);
    await page.goto(extensionUrl("welcome.html#connect"));
    await playMicrophone(page, { kind: "refusing", name: "NotReadableError", message: "Could not start audio source" });
    await page.goto(extensionUrl("welcome.html#microphone"));
    await expect(page.locator(".notice")).toContainText("The microphone does not start.");
    await expect(page.getByRole("button", { name: "Check again" })).toBeVisible();
  });
});

test("while one talks into a microphone that gives nothing, the call says so, until there is sound", async ({
  browserContext,
  dialer,
}) => {
  // It leaves the document behind in which the next call will ask for the microphone.
  await dialer.call(busy);
  await dialer.shows("Failed");
  await dialer.button("Close").click();
  await playMicrophone(browserContext, { kind: "silent" });
  await dialer.call(echo);
  await dialer.shows("Answered");

  const note = dialer.page.locator(".call-note");
  await expect(note).toContainText("Your microphone picks up nothing.", { timeout: 20_000 });
  await expect(note.getByRole("button", { name: "Sound settings" })).toBeVisible();
  await expectAccessible(dialer.page);

  const dashboard = await browserContext.newPage();
  await dashboard.goto(extensionUrl("options.html#/history"));
  await expect(dashboard.getByRole("region", { name: "Call" })).toContainText("Your microphone picks up nothing.");
  await dashboard.close();

  const inputLevel = () => dialer.page.locator("main").evaluate((main) => Number(main.style.getPropertyValue("--input-level")));
  await setVoice(browserContext, { isHeard: true, isMutedBySystem: false });
  await expect(note).not.toContainText("microphone");
  await expect.poll(inputLevel).toBeGreaterThan(0);

  await setVoice(browserContext, { isHeard: false, isMutedBySystem: true });
  await expect(note).toContainText("The system has muted your microphone.");
  await expect.poll(inputLevel).toBe(0);

  await dialer.hangUp();
  await dialer.shows("Ended");
  await expect.poll(() => countPlayedTracks(browserContext)).toBe(0);
});

async function openSoundSettings(page: Page): Promise<void> {
  await page.goto(extensionUrl("options.html#/settings/sound"));
  await expect(page.getByRole("button", { name: "Test the microphone" })).toBeInViewport();
}

test("a test of the microphone plays back what it heard, says how that was, and lets the microphone go", async ({
  browserContext,
  signedIn,
}) => {
  void signedIn;
  const page = await browserContext.newPage();
  await openSoundSettings(page);
  const start = page.getByRole("button", { name: /^Test (the microphone|again)$/ }).first();

  await test.step("Chromium's own, which beeps", async () => {
    await start.click();
    await expect(page.getByText("Say something.")).toBeVisible();
    await expect(page.getByText("This is what others hear.")).toBeVisible({ timeout: 15_000 });
    await expect(page.getByText("You were heard clearly.")).toBeVisible({ timeout: 15_000 });
    await expectAccessible(page);
  });
  await test.step("one that gives nothing", async () => {
    await playMicrophone(page, { kind: "silent" });
    await start.click();
    await expect(page.getByText("Nothing was heard.")).toBeVisible({ timeout: 15_000 });
    expect(await countPlayedTracks(page)).toBe(0);
  });
  await test.step("one that is left in the middle, with a level to be seen", async () => {
    await setVoice(page, { isHeard: true, isMutedBySystem: false });
    await start.click();
    await expect.poll(() => page.locator(".level-bar-fill").evaluate((bar) => bar.clientWidth)).toBeGreaterThan(0);
    expect(await countPlayedTracks(page)).toBe(1);
    await page.getByRole("link", { name: "History" }).click();
    await expect.poll(() => countPlayedTracks(page)).toBe(0);
  });
  await test.step("one that cannot be had", async () => {
    await openSoundSettings(page);
    await playMicrophone(page, { kind: "refusing", name: "NotFoundError", message: "Requested device not found" });
    await start.click();
    await expect(page.getByText("No microphone was found. Plug one in or switch it on, then try again.")).toBeVisible();
  });
});
