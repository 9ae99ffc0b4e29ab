import { rateAnswerSchema } from "#shared/api/rates.ts";
import { formatDollars } from "#shared/money.ts";
import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { readHistory } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("the card names number, country, contact and rate, and the focus stays where somebody types", async ({
  browserContext,
  dialer,
  pages,
  signedIn,
}) => {
  const headers = { authorization: `Bearer ${signedIn.bearerToken}`, "content-type": "application/json" };
  const contact = JSON.stringify({ name: "Ada Lovelace", number: "+44 20 7946 0958" });
  await fetch(`${signedIn.serverUrl}/api/user/contacts`, { method: "POST", headers, body: contact });
  const rateOf = async (number: string) => {
    const answer = await fetch(`${signedIn.serverUrl}/api/rates?to=${encodeURIComponent(number)}`, { headers });
    const { rate, description } = rateAnswerSchema.parse(await answer.json());
    return { perMinute: `${formatDollars(rate.perMinuteMicros, { decimals: 4 })}/min`, description };
  };
  const toUnitedKingdom = await rateOf("+442079460958");
  const toUnitedStates = await rateOf("+14155550111");

  const marked = await MarkedPage.open(browserContext, `${pages.url}/marks.html`);
  const { page } = marked;
  const field = page.getByLabel("Your name");
  await field.focus();
  const card = await PageCard.on(page);
  await marked.hoverNumber("+44 20 7946 0958");
  await card.shows("Ada Lovelace", "+44 20 7946 0958", toUnitedKingdom.perMinute, toUnitedKingdom.description);
  await page.keyboard.type("still ");
  await marked.hoverNumber("415-555-0111");
  await card.shows("+1 415 555 0111", toUnitedStates.perMinute, toUnitedStates.description);
  await page.keyboard.type("here");
  await card.press("Call");
  await dialer.shows("Answered");
  await page.keyboard.type("!");
  await expect(field).toHaveValue("still here!");
  await card.press("Hang up");
  await dialer.shows("Ended");
  expect((await readHistory(signedIn)).map(({ toNumber }) => toNumber)).toEqual(["+14155550111"]);
});

test("the card stays while it is pointed at, and closes by leaving it, by Escape, by a press elsewhere and by scrolling", async ({
  browserContext,
  pages,
}) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/gestures.html`);
  const { page } = marked;
  const card = await PageCard.on(page);
  const open = async () => {
    await marked.hoverNumber("415-555-0121");
    await card.shows("Call");
  };

  await open();
  await card.pointAtIt();
  await page.locator("#elsewhere").hover();
  await card.isClosed();

  await open();
  await page.keyboard.press("Escape");
  await card.isClosed();
  await expect(page.locator("body")).toBeFocused();

  await page.locator("#elsewhere").hover();
  await open();
  await page.locator("#elsewhere").click();
  await card.isClosed();

  await page.locator("body").evaluate((body) => (body.style.height = "300vh"));
  await open();
  await page.mouse.wheel(0, 200);
  await card.isClosed();
});

test("a page without an account says in the card what to do", async ({ browserContext, pages }) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/marks.html`);
  const card = await PageCard.on(marked.page);
  await marked.hoverNumber("415-555-0111");
  await card.shows(/Open Ringback from the toolbar and connect it/);
});
