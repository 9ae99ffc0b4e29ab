import type { Dialer } from "./harness/dialer.ts";
import { listenToTones, readTones } from "./harness/offscreen-tones.ts";
import { pressShortcut } from "./harness/press-shortcut.ts";
import { expect, test } from "./harness/ringback-test.ts";
import type { Stack } from "./harness/stack.ts";

const echo = "+14155550100";
const menu = "+14155550101";
const losesAudio = "+14155550107";

test("who is muted is silent at the far end, by each way to mute", async ({ browserContext, dialer, pages, stack }) => {
  await dialer.page
    .context()
    .newPage()
    .then((page) => page.goto(pages.url));
  await dialer.page.bringToFront();
  await dialer.call(echo);
  await dialer.shows("Answered");
  await isHeard(stack);
  const ways = {
    "a click": () => dialer.page.locator(".round-control").first().click(),
    "the key M": () => dialer.page.keyboard.press("m"),
    "the browser's shortcut": () => pressShortcut(browserContext, "toggle-mute"),
  };
  for (const [way, toggle] of Object.entries(ways)) {
    await test.step(way, async () => {
      await toggle();
      await expect(dialer.button("Unmute")).toBeVisible();
      await isSilent(stack);
      await toggle();
      await expect(dialer.button("Mute")).toBeVisible();
      await isHeard(stack);
    });
  }
  await dialer.hangUp();
  await dialer.shows("Ended");
});

test("the menu at the far end hears digits that are typed, clicked and pasted, and the extension", async ({
  browserContext,
  dialer,
  stack,
}) => {
  const { page } = dialer;
  await dialer.call(`${menu} ext. 90`);
  await dialer.shows("Answered");
  await test.step("the extension, by itself and once more", async () => {
    await expect(page.getByText("Extension 90 sent.")).toBeVisible();
    await hears(stack, "90");
    await dialer.button("Send again").click();
    await hears(stack, "9090");
  });

  await test.step("keys of the keyboard and of the screen", async () => {
    await page.keyboard.type("12");
    await dialer.button("Keypad").click();
    await dialer.pressKey("#");
    await hears(stack, "909012#");
  });

  await test.step("a pasted row with a pause in it, heard here too", async () => {
    await listenToTones(browserContext);
    await paste(dialer, "34 - w*5");
    await hears(stack, "909012#34*5");
    const { digits } = await stack.hearCaller();
    const [four, star] = digits.slice(-3);
    expect((star?.atMs ?? 0) - (four?.atMs ?? 0)).toBeGreaterThan(500);
    const tones = await readTones(browserContext);
    expect(tones.map(({ digit }) => digit).join("")).toBe("34*5");
    for (const { peak } of tones) expect(peak).toBeLessThan(0.5);
    await expect(page.getByLabel("Digits sent")).toHaveText("909012#34*5");
  });

  await test.step("a long row, until it is stopped", async () => {
    await paste(dialer, "7".repeat(100));
    await expect(page.getByText(/^[1-9]\d* of 100 tones sent$/)).toBeVisible();
    await dialer.button("Stop").click();
    const shown = (await page.getByLabel("Digits sent").textContent()) ?? "";
    await page.keyboard.press("8");
    await expect.poll(async () => (await stack.hearCaller()).digits.at(-1)?.digit).toBe("8");
    expect((await stack.hearCaller()).digits.length).toBeLessThan(60);
    expect(shown).toContain("7");
  });

  await test.step("nothing of what is no tones", async () => {
    await paste(dialer, "1-800-FLOWERS");
    await expect(page.getByRole("alert").filter({ hasText: "“F” is not a digit" })).toBeVisible();
    await page.keyboard.press("0");
    await expect.poll(async () => (await stack.hearCaller()).digits.at(-1)?.digit).toBe("0");
    expect((await stack.hearCaller()).digits.slice(-2).map(({ digit }) => digit)).toEqual(["8", "0"]);
  });
  await dialer.hangUp();
  await dialer.shows("Ended");
});

test("a far end whose audio is lost is told as a lost network, and can be hung up on", async ({ dialer }) => {
  await dialer.call(losesAudio);
  await dialer.shows("Answered");
  await expect(dialer.page.getByText("Network lost. Reconnecting; the call goes on.")).toBeVisible({ timeout: 30_000 });
  await dialer.hangUp();
  await dialer.shows("Ended");
});

/** The microphone of these tests beeps once a second: half a second without packets, or all of it still, is not silence yet. */
async function isSilent(stack: Stack): Promise<void> {
  let silentLooks = 0;
  await expect
    .poll(
      async () => {
        const { sound } = await stack.hearCaller();
        silentLooks = sound.packets > 15 && sound.rms < 0.001 ? silentLooks + 1 : 0;
        return silentLooks;
      },
      { intervals: [300] },
    )
    .toBeGreaterThan(5);
}

async function isHeard(stack: Stack): Promise<void> {
  await expect.poll(async () => (await stack.hearCaller()).sound.rms, { intervals: [100] }).toBeGreaterThan(0.005);
}

async function hears(stack: Stack, digits: string): Promise<void> {
  await expect.poll(async () => (await stack.hearCaller()).digits.map(({ digit }) => digit).join("")).toBe(digits);
}

async function paste({ page }: Dialer, text: string): Promise<void> {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
