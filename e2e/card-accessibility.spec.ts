import { expectAccessible } from "./harness/accessible.ts";
import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { expect, test } from "./harness/ringback-test.ts";

/** WCAG 2.2, 2.5.8: smaller than this no target may be. */
const leastTargetPx = 24;

test("no state of the card has an accessibility fault, in light and dark", async ({
  browserContext,
  dialer,
  pages,
  signedIn: _signedIn,
}) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/marks.html`);
  const { page } = marked;
  const card = await PageCard.on(page);
  const check = async (state: string) => {
    await test.step(state, async () => {
      await card.openUp();
      await expectAccessible(page);
      for (const { label, width, height } of await card.buttons())
        expect({ label, isLarge: Math.min(width, height) >= leastTargetPx }).toEqual({ label, isLarge: true });
    });
  };
  await marked.hoverNumber("(415) 555-0119 ext. 12");
  await card.shows(/\/min$/);
  await card.press("More");
  await check("before a call, all unfolded");
  await card.press("Change");
  await card.hasFocusOn("Search countries");
  await check("choosing a country");
  await page.keyboard.press("Escape");
  await card.press("Call");
  await dialer.shows("Answered");
  await card.shows("Hang up", /^00:/);
  await check("during a call");
  await marked.clickNumber("415-555-0111");
  await card.shows(/Another call/);
  await check("refused");
  await page.keyboard.press("Escape");
  await dialer.hangUp();
  await dialer.shows("Ended");
});

test("a card that a hand works in by keyboard keeps its focus, shows it, and gives it back", async ({
  browserContext,
  pages,
}) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/gestures.html`);
  const { page } = marked;
  const card = await PageCard.on(page);
  const link = page.getByRole("link", { name: "Ring the desk" });
  await marked.isMarked("Ring the desk");
  await page.keyboard.press("Tab");
  await expect(link).toBeFocused();
  await card.shows("+1 415 555 0123");
  await expect(link, "a card that opens takes no focus").toBeFocused();
  await page.keyboard.press("Escape");
  await card.isClosed();

  await marked.hoverNumber("415-555-0121");
  await card.press("Change");
  await card.hasFocusOn("Search countries");
  await page.locator("#elsewhere").hover();
  await page.keyboard.press("Escape");
  await card.hasFocusOn("Change");
  await page.keyboard.press("Tab");
  await card.hasFocusOn("Call");
  await page.keyboard.press("Shift+Tab");
  await card.hasFocusOn("Change");
  await page.keyboard.press("Escape");
  await card.isClosed();
  await expect(link).toBeFocused();
});
