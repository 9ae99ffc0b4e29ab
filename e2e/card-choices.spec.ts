import type { BrowserContext } from "playwright-core";
import { extensionUrl } from "./harness/extension-url.ts";
import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { expectMarks, isRead } from "./harness/page-marks.ts";
import { expect, test } from "./harness/ringback-test.ts";

const shopMarks = ["0662 842 216", "Werkstatt", "+44 20 7946 0958"];

test("another country is chosen on the card for the whole site, and taken back in the settings", async ({
  browserContext,
  pages,
}) => {
  const { marked, card } = await openShop(browserContext, pages.url);
  await marked.hoverNumber("0662 842 216");
  await card.shows("+49 6628 42216", "Germany", "from this page’s language");
  await card.pickCountry("austria");
  await card.shows("+43 662 842216", "Austria", "you chose it for this site");
  await marked.page.keyboard.press("Escape");
  await card.isClosed();

  await test.step("the site's other numbers are read so at once, and what says its own country is left alone", async () => {
    await marked.hoverNumber("Werkstatt");
    await card.shows("+43 662 842217", "Austria");
    await marked.page.keyboard.press("Escape");
    await card.isClosed();
    await marked.hoverNumber("+44 20 7946 0958");
    await card.shows("United Kingdom", "written with +44");
    expect((await card.buttons()).map(({ label }) => label)).not.toContain("Change");
  });
  await test.step("so are its pages to come, and no other site's", async () => {
    const later = await openShop(browserContext, pages.url);
    await later.marked.hoverNumber("0662 842 216");
    await later.card.shows("+43 662 842216");
    const other = await openShop(browserContext, pages.url.replace("127.0.0.1", "localhost"));
    await other.marked.hoverNumber("0662 842 216");
    await other.card.shows("+49 6628 42216");
    await later.marked.page.close();
    await other.marked.page.close();
  });

  const settings = await openSettings(browserContext);
  await settings.getByRole("button", { name: "Let 127.0.0.1 speak for itself again" }).click();
  await expect(settings.getByRole("list", { name: "Countries you chose for sites" })).toBeHidden();
  await expectMarks(marked.page, shopMarks);
  await marked.page.bringToFront();
  await marked.page.mouse.move(5, 5);
  await card.isClosed();
  await marked.hoverNumber("0662 842 216");
  await card.shows("+49 6628 42216", "from this page’s language");
});

test("what is no phone number goes at once and stays away on its site, until that is taken back", async ({
  browserContext,
  pages,
}) => {
  const { marked, card } = await openShop(browserContext, pages.url);
  const { page } = marked;
  const sayNoNumber = async () => {
    await marked.hoverNumber("0662 842 216");
    await card.press("More");
    await card.press("Not a phone number");
    await card.shows("Not marked on this site any more.");
    await expectMarks(page, ["Werkstatt", "+44 20 7946 0958"]);
  };
  await sayNoNumber();
  await card.press("Undo");
  await expectMarks(page, shopMarks);
  await page.locator("#elsewhere").click();
  await card.isClosed();
  await sayNoNumber();

  const later = await openShop(browserContext, pages.url);
  await expectMarks(later.marked.page, ["Werkstatt", "+44 20 7946 0958"]);

  const settings = await openSettings(browserContext);
  await settings.getByRole("button", { name: "Mark +49 6628 42216 on 127.0.0.1 again" }).click();
  await expectMarks(later.marked.page, shopMarks);
});

test("the card's own way off the site takes every mark of it away", async ({ browserContext, pages }) => {
  const { marked, card } = await openShop(browserContext, pages.url);
  await marked.hoverNumber("0662 842 216");
  await card.press("More");
  await card.press("Not on this site");
  await expect.poll(() => isRead(marked.page), { message: "the page is read" }).toBe(false);
  await card.isClosed();
});

test("quiet hours are said where they are, and can be turned off", async ({ browserContext, pages }) => {
  const { marked, card } = await openShop(browserContext, pages.url);
  const settings = await openSettings(browserContext);
  const hourThere = Number(
    new Intl.DateTimeFormat("en", { timeZone: "Europe/London", hour: "numeric", hourCycle: "h23" }).format(new Date()),
  );
  const see = async () => {
    await marked.hoverNumber("+44 20 7946 0958");
    await card.shows(/there$/);
    const lines = await card.lines();
    await marked.page.keyboard.press("Escape");
    await card.isClosed();
    await marked.page.mouse.move(5, 5);
    return lines;
  };
  // All hours but the one that is not now, whatever the time is.
  await settings.getByRole("combobox", { name: "From" }).selectOption(String((hourThere + 13) % 24));
  await settings.getByRole("combobox", { name: "until" }).selectOption(String((hourThere + 12) % 24));
  // Both are written one after the other, and a card may be opened in between. Neither may undo the other.
  await expect.poll(see).toContain(`outside ${atHour(hourThere + 12)} to ${atHour(hourThere + 13)}`);
  // Its state is that of the settings, which are written first.
  await settings.getByLabel("Say when it is early or late").click();
  await expect(settings.getByLabel("Say when it is early or late")).not.toBeChecked();
  await expect.poll(async () => (await see()).join()).not.toContain("outside");
});

/** "11:00 AM", as the browser writes a full hour in the language of the tests. */
function atHour(hour: number): string {
  return new Intl.DateTimeFormat("en-US", { timeStyle: "short", timeZone: "UTC" }).format(Date.UTC(2026, 0, 1, hour % 24));
}

async function openShop(context: BrowserContext, url: string): Promise<{ marked: MarkedPage; card: PageCard }> {
  const marked = await MarkedPage.open(context, `${url}/german-shop.html`);
  return { marked, card: await PageCard.on(marked.page) };
}

async function openSettings(context: BrowserContext) {
  const page = await context.newPage();
  await page.goto(extensionUrl("options.html#/settings"));
  return page;
}
