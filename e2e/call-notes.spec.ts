import { extensionUrl } from "./harness/extension-url.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("a note is saved with its call, though the popup closes while it is typed", async ({ browserContext, dialer, signedIn }) => {
  await dialer.call("+14155550100");
  await dialer.shows("Answered");
  await dialer.button("Note").click();
  await dialer.page.keyboard.type("Ask about the invoice");
  await dialer.page.close();

  const popup = await browserContext.newPage();
  await popup.goto(extensionUrl("popup.html"));
  await expect
    .poll(() =>
      popup.evaluate(async ({ serverUrl, bearerToken }) => {
        const answer = await fetch(`${serverUrl}/api/calls`, { headers: { authorization: `Bearer ${bearerToken}` } });
        return answer.json();
      }, signedIn),
    )
    .toMatchObject({ calls: [{ note: "Ask about the invoice" }] });
  await popup.getByRole("button", { name: "Hang up" }).click();
  await expect(popup.getByLabel("Note")).toHaveValue("Ask about the invoice");
});

test("a note that is being written when the call ends is in the summary, and stays there once it is saved", async ({
  dialer,
}) => {
  await dialer.call("+14155550100");
  await dialer.shows("Answered");
  await dialer.button("Note").click();
  await dialer.page.keyboard.type("Said goodbye");
  await dialer.hangUp();
  await dialer.shows("Ended");
  await expect(dialer.page.getByText("Saved", { exact: true })).toBeVisible();
  await expect(dialer.page.getByLabel("Note")).toHaveValue("Said goodbye");
});

test("a number without a name gets one after its call, and is called by it", async ({ dialer }) => {
  const { page } = dialer;
  await dialer.call("+14155550150");
  await dialer.shows("Answered");
  await dialer.hangUp();
  await dialer.shows("Ended");
  await dialer.button("Add to contacts").click();
  await page.keyboard.type("Grace Hopper");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Grace Hopper" })).toBeVisible();
  await expect(dialer.button("Add to contacts")).toBeHidden();
});
