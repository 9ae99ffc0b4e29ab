import type { BrowserContext } from "playwright-core";
import { readHistory } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("a number typed into the address bar is called, and a name is looked for in the dialer", async ({
  browserContext,
  dialer,
  signedIn,
}) => {
  await enter(browserContext, "Ada");
  await expect
    .poll(async () => {
      await dialer.page.reload();
      return dialer.page.getByLabel("Number or name").inputValue();
    })
    .toBe("Ada");
  expect(await readHistory(signedIn)).toEqual([]);

  await enter(browserContext, "+1 415 555 0111");
  await dialer.shows("Answered");
  await dialer.hangUp();
  await dialer.shows("Ended");
  expect((await readHistory(signedIn)).map(({ toNumber }) => toNumber)).toEqual(["+14155550111"]);
});

/** Gives the worker the event of a text entered after the keyword: the address bar is out of a program's reach. */
async function enter(context: BrowserContext, text: string): Promise<void> {
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error("There is no service worker.");
  await worker.evaluate((text) => {
    const onEntered = chrome.omnibox.onInputEntered as unknown as { dispatch: (text: string) => void };
    onEntered.dispatch(text);
  }, text);
}
