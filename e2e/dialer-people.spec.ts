import { expect, test } from "./harness/ringback-test.ts";
import type { Dialer } from "./harness/dialer.ts";

const field = (dialer: Dialer) => dialer.page.getByLabel("Number or name");

test("people are found by initials and by digits as one types, and the arrow keys go to them", async ({ dialer }) => {
  await dialer.type("dm");
  await expect(dialer.page.getByRole("button", { name: /^Digits menu/ })).toBeVisible();
  await field(dialer).press("ArrowDown");
  await dialer.page.keyboard.press("Enter");
  await expect(field(dialer)).toHaveValue("+1 415 555 0101");

  await dialer.type("5550103");
  await dialer.page.getByRole("button", { name: /Always busy/ }).click();
  await expect(field(dialer)).toHaveValue("+1 415 555 0103");
});

test("a pasted text gives its number and its extension, and the extension is dialled", async ({ dialer }) => {
  await dialer.page.evaluate(() => {
    const clipboard = new DataTransfer();
    clipboard.setData("text/plain", "call me at (415) 555-0101 ext 3");
    document.querySelector<HTMLInputElement>(".number-input")?.focus();
    const paste = new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  });
  await expect(field(dialer)).toHaveValue("+1 415 555 0101 ext. 3");
  await expect(dialer.page.locator("#destination")).toContainText("Taken from the text, with extension 3");
  await field(dialer).press("Enter");
  await dialer.shows("Answered");
  await dialer.hangUp();
  await dialer.shows("Ended");
});

test("Enter on the empty field brings the last number back, and only the next Enter calls it", async ({ dialer }) => {
  await dialer.call("+14155550103");
  await dialer.shows("Failed");
  await dialer.button("Close").click();
  await dialer.type("");
  await expect(dialer.page.getByRole("button", { name: /^Redial/ })).toBeVisible();
  await field(dialer).press("Enter");
  await expect(field(dialer)).toHaveValue("+1 415 555 0103");
  await expect(dialer.status()).toBeHidden();
  await field(dialer).press("Enter");
  await dialer.shows("Failed");
});
