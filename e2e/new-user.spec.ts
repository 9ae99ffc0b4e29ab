import { Dialer } from "./harness/dialer.ts";
import { extensionUrl } from "./harness/extension-url.ts";
import { expect, test } from "./harness/ringback-test.ts";
import { Welcome } from "./harness/welcome.ts";

test("a new user goes from the welcome page to a call and its row in the history", async ({ browserContext, stack }) => {
  const welcome = await Welcome.open(browserContext);
  await welcome.connectToDemo(stack.serverUrl);
  await welcome.goOn();
  await expect(welcome.heading("They will hear you")).toBeVisible();
  await welcome.goOn();
  await expect(welcome.heading("Choose where numbers are clickable")).toBeVisible();
  await expect(welcome.page.getByLabel("On every site")).toBeChecked();
  await welcome.goOn();
  await welcome.page.getByRole("button", { name: "Call the echo" }).click();
  await expect(welcome.page.getByText("Answered", { exact: true })).toBeVisible();
  await welcome.page.getByRole("button", { name: "Hang up" }).click();
  await welcome.page.getByRole("button", { name: "See the call in the history" }).click();

  await expect.poll(() => browserContext.pages().map((page) => page.url())).toContain(extensionUrl("options.html#/history"));
  const history = browserContext.pages().find((page) => page.url().includes("options.html"));
  await expect(history?.getByRole("row").filter({ hasText: "555 0100" }) ?? welcome.page.locator("none")).toBeVisible();
});

test("before anybody signed in, the popup has one thing to do", async ({ browserContext }) => {
  const dialer = await Dialer.open(browserContext);
  await dialer.button("Get started").click();
  await expect.poll(() => browserContext.pages().map((page) => page.url())).toContain(extensionUrl("welcome.html#connect"));
});
