import { extensionUrl } from "./harness/extension-url.ts";
import { readProfile } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("a refused microphone is said with a way out, and nothing is charged or held", async ({
  browserContext,
  dialer,
  signedIn,
}) => {
  const before = await readProfile(signedIn);
  await browserContext.clearPermissions();
  await dialer.call("+14155550100");
  await dialer.shows("Failed");
  await expect(dialer.reason()).toHaveText(/microphone/i);
  expect((await readProfile(signedIn)).balance).toEqual(before.balance);

  await dialer.page.getByRole("button", { name: "Check the microphone" }).click();
  await expect.poll(() => browserContext.pages().map((page) => page.url())).toContain(extensionUrl("welcome.html#microphone"));
});
