import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { expect, test } from "./harness/ringback-test.ts";
import { expectUsable } from "./harness/usable-card.ts";

test("the card opens inside modal dialogs and popovers, and above a full screen, and presses on it close none of them", async ({
  browserContext,
  pages,
}) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/card-layers.html`);
  const { page } = marked;
  const card = await PageCard.on(page);
  const openOver = async (text: string) => {
    await marked.hoverNumber(text);
    await card.shows("Call");
    await expectUsable(page, card, text);
    await card.press("More");
    await card.shows("Not a phone number");
  };

  await test.step("a modal dialog, and one in the shadow root of another", async () => {
    await page.getByRole("button", { name: "Open the dialog" }).click();
    await page.getByLabel("In the dialog").focus();
    await openOver("415-555-0131");
    await expect(page.getByLabel("In the dialog")).toBeFocused();
    await page.keyboard.press("Escape");
    await card.isClosed();
    await expect(page.locator("#dialog"), "one Escape closes one thing").toBeVisible();

    await page.getByRole("button", { name: "Deeper" }).click();
    await openOver("415-555-0134");
    await page.keyboard.press("Escape");
    await card.isClosed();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(page.locator("#dialog")).toBeHidden();
  });

  await test.step("a popover that closes by a press elsewhere", async () => {
    await page.getByRole("button", { name: "Open the popover" }).click();
    await openOver("415-555-0132");
    await expect(page.locator("#popover")).toBeVisible();
    await page.keyboard.press("Escape");
    await card.isClosed();
    await expect(page.locator("#popover")).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("a full screen", async () => {
    await page.getByRole("button", { name: "Fill the screen" }).click();
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id)).toBe("wide");
    await openOver("415-555-0133");
    expect(await page.evaluate(() => document.fullscreenElement?.id)).toBe("wide");
    await page.evaluate(() => document.exitFullscreen());
  });
});

test("near every edge, in any width and with doubled text, the card is in view and not over its number", async ({
  browserContext,
  pages,
}) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/card-edges.html`);
  const { page } = marked;
  const devTools = await browserContext.newCDPSession(page);
  const card = await PageCard.on(page);
  const numbers = ["0181", "0182", "0183", "0184", "0185", "0186", "0187"].map((line) => `555-${line}`);
  for (const { width, height, textPx } of [
    { width: 1280, height: 800, textPx: 16 },
    { width: 320, height: 568, textPx: 16 },
    { width: 700, height: 300, textPx: 16 },
    { width: 1280, height: 800, textPx: 32 },
  ]) {
    await page.setViewportSize({ width, height });
    await devTools.send("Page.setFontSizes", { fontSizes: { standard: textPx } });
    for (const number of numbers) {
      await test.step(`${number} in ${width} x ${height}, text of ${textPx} px`, async () => {
        await marked.hoverNumber(number);
        await card.shows("Call");
        await expectUsable(page, card, number);
        await page.keyboard.press("Escape");
        await card.isClosed();
        await page.mouse.move(width / 2, 2 + height / 6);
      });
    }
  }
});

test("text that a person wants twice as large is twice as large on the card", async ({ browserContext, pages }) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/card-edges.html`);
  const devTools = await browserContext.newCDPSession(marked.page);
  const card = await PageCard.on(marked.page);
  const heightOfCall = async () => {
    await marked.hoverNumber("555-0181");
    // The last that comes: it stands beside the button that is measured.
    await card.shows("Call", "Sign in");
    const { height } = (await card.buttons()).find(({ label }) => label === "Call") ?? { height: 0 };
    await marked.page.keyboard.press("Escape");
    await card.isClosed();
    await marked.page.mouse.move(600, 500);
    return height;
  };
  const usual = await heightOfCall();
  await devTools.send("Page.setFontSizes", { fontSizes: { standard: 32 } });
  await expect.poll(() => marked.page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
  expect(await heightOfCall()).toBeCloseTo(2 * usual, 0);
});

test("a page that styles everything there is does not style the card", async ({ browserContext, pages }) => {
  const plain = await MarkedPage.open(browserContext, `${pages.url}/card-edges.html`);
  const plainCard = await PageCard.on(plain.page);
  await plain.hoverNumber("415-555-0181");
  await plainCard.shows("Call", "Copy");
  const expected = await plainCard.buttons();

  const hostile = await MarkedPage.open(browserContext, `${pages.url}/hostile-style.html`);
  const card = await PageCard.on(hostile.page);
  await hostile.hoverNumber("415-555-0135");
  await card.shows("Call", "Copy");
  await expectUsable(hostile.page, card, "415-555-0135");
  expect(await card.background()).toBe("rgb(255, 255, 255)");
  const buttons = await card.buttons();
  expect(buttons.map(({ label }) => label)).toEqual(expected.map(({ label }) => label));
  for (const [index, { width, height }] of buttons.entries()) {
    // Letters are a little wider where the page has zoomed itself, and the card has zoomed back.
    expect(Math.abs(width - (expected[index]?.width ?? 0))).toBeLessThan(5);
    expect(Math.abs(height - (expected[index]?.height ?? 0))).toBeLessThan(2);
  }
});

test("in a frame of another site that was allowed, the card opens within the frame", async ({ browserContext, pages }) => {
  const page = await browserContext.newPage();
  await page.goto(`${pages.url}/card-frame.html`);
  const frame = page.frames().find((candidate) => candidate.url().includes("framed.html"));
  if (!frame) throw new Error("There is no frame.");
  await expect.poll(() => frame.evaluate(() => CSS.highlights.get("phone-number")?.size)).toBe(1);
  const place = await frame.locator("p").boundingBox();
  if (!place) throw new Error("There is no line in the frame.");
  const card = await PageCard.on(frame);
  await page.mouse.move(place.x + 100, place.y + place.height / 2);
  await card.shows("+1 415 555 0137", "Call");
  await expectUsable(frame, card, "415-555-0137");
});
