import { expect, test } from "./harness/ringback-test.ts";

test("a call is placed, muted, given digits, noted and ended by keyboard alone", async ({ dialer }) => {
  const { page } = dialer;
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press("Tab");
      if (await page.getByRole("button", { name }).and(page.locator(":focus")).count()) return;
    }
    throw new Error(`Tab does not come to ${name}.`);
  };

  await expect(page.getByLabel("Number or name")).toBeFocused();
  await page.keyboard.type("4155550101");
  await page.keyboard.press("Enter");
  await dialer.shows("Answered");

  await page.keyboard.press("m");
  await expect(dialer.button("Unmute")).toBeVisible();
  await page.keyboard.press("m");
  await expect(dialer.button("Mute")).toBeVisible();

  await tabTo(/^Say time and cost$/);
  await page.keyboard.press("Enter");
  await expect(page.locator(".say-figures").getByRole("status")).toHaveText(/second.* so far, \$0\.\d{4}\./);

  await tabTo(/^Keypad$/);
  await page.keyboard.press("Enter");
  await page.keyboard.type("12#");
  await expect(page.getByLabel("Digits sent")).toHaveText("12#");

  await tabTo(/^Note$/);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Note")).toBeFocused();
  await page.keyboard.type("Option 2 is the office");
  // What is typed into a note is no digit of the call, and m in it mutes nobody.
  await expect(dialer.button("Mute")).toBeVisible();

  await tabTo(/^Hang up$/);
  await page.keyboard.press("Enter");
  await dialer.shows("Ended");
  await expect(page.getByLabel("Note")).toHaveValue("Option 2 is the office");
  await expect(dialer.button("Done")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Number or name")).toBeFocused();
});

test("a zero that is held is a plus, on the keypad and in the field", async ({ dialer }) => {
  const { page } = dialer;
  await page.locator(".key").filter({ hasText: "0, plus" }).focus();
  await page.keyboard.down("Enter");
  await expect(page.getByLabel("Number or name")).toHaveValue("+");
  await page.keyboard.up("Enter");
  await expect(page.getByLabel("Number or name")).toHaveValue("+");

  await page.getByLabel("Number or name").fill("");
  // A key that is pressed while it is down is one that the system repeats.
  await page.keyboard.down("0");
  await page.keyboard.down("0");
  await page.keyboard.down("0");
  await page.keyboard.up("0");
  await page.keyboard.type("44");
  await expect(page.getByLabel("Number or name")).toHaveValue("+44");
});
