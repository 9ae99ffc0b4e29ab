import { extensionUrl } from "./harness/extension-url.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("the toolbar button opens the dialer where the person chose, and the popup again when they change their mind", async ({
  browserContext,
  dialer,
}) => {
  const toolbar = () =>
    dialer.page.evaluate(async () => ({
      popup: await chrome.action.getPopup({}),
      ...(await chrome.sidePanel.getPanelBehavior()),
    }));
  await expect.poll(toolbar).toEqual({ popup: expect.stringMatching(/popup\.html$/), openPanelOnActionClick: false });

  const settings = await browserContext.newPage();
  await settings.goto(extensionUrl("options.html#/settings"));
  await settings.getByRole("radio", { name: /In the side panel/ }).click();
  await expect.poll(toolbar).toEqual({ popup: "", openPanelOnActionClick: true });
  await settings.getByRole("radio", { name: /In a small window/ }).click();
  await expect.poll(toolbar).toMatchObject({ openPanelOnActionClick: false });
});

test("the side panel is the same dialer, as wide as it is made", async ({ browserContext, dialer }) => {
  const panel = await browserContext.newPage();
  await panel.setViewportSize({ width: 480, height: 900 });
  await panel.goto(extensionUrl("sidepanel.html"));
  await expect(panel.getByLabel("Number or name")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Open in a small window" })).toBeVisible();
  await dialer.call("+14155550100");
  await expect(panel.locator(".call-status")).toHaveText("Answered");
  const { width, height } = (await panel.locator("main").boundingBox()) ?? {};
  expect({ width, height }).toEqual({ width: 480, height: 900 });
  await panel.getByRole("button", { name: "Hang up" }).click();
  await dialer.shows("Ended");
});
