import { enterInAddressBar } from "./harness/outside-events.ts";
import { readHistory } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("a number typed into the address bar is called, and a name is looked for in the dialer", async ({
  browserContext,
  dialer,
  signedIn,
}) => {
  await enterInAddressBar(browserContext, "Ada");
  await expect
    .poll(async () => {
      await dialer.page.reload();
      return dialer.page.getByLabel("Number or name").inputValue();
    })
    .toBe("Ada");
  expect(await readHistory(signedIn)).toEqual([]);

  await enterInAddressBar(browserContext, "+1 415 555 0111");
  await dialer.shows("Answered");
  await dialer.hangUp();
  await dialer.shows("Ended");
  expect((await readHistory(signedIn)).map(({ toNumber }) => toNumber)).toEqual(["+14155550111"]);
});
