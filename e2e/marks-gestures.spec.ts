import type { Page } from "playwright-core";
import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { readHistory } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

interface Place {
  page: Page;
  x: number;
  y: number;
}

const gestures: Record<string, (place: Place) => Promise<void>> = {
  "a click with Control": clickWith("Control"),
  "a click with Shift": clickWith("Shift"),
  "a click with Alt": clickWith("Alt"),
  "a click with Meta": clickWith("Meta"),
  "a click of the middle button": ({ page, x, y }) => page.mouse.click(x, y, { button: "middle" }),
  "a click of the right button": ({ page, x, y }) => page.mouse.click(x, y, { button: "right" }),
  "a drag": drag,
  "a click that the page made up": makeUpClick,
};

const inText = ["415-555-0121", "415-555-0122"];
const inLink = "Ring the desk";
const inButton = "415-555-0124";
const meant = "415-555-0100";

test("only a plain click of a person calls", async ({ browserContext, dialer, pages, signedIn }) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/gestures.html`);
  const card = await PageCard.on(marked.page);
  const makeAt = async (text: string, name: string, gesture: (place: Place) => Promise<void>): Promise<void> => {
    await test.step(`${name} on ${text}`, async () => {
      await gesture({ page: marked.page, ...(await marked.whereMarked(text)) });
      await letTimersEnd(marked, card);
      await expect(dialer.status()).toBeHidden();
    });
  };

  for (const text of [...inText, inLink]) {
    for (const [name, gesture] of Object.entries(gestures)) await makeAt(text, name, gesture);
  }
  for (const text of inText) await makeAt(text, "a double click", ({ page, x, y }) => page.mouse.dblclick(x, y));
  await makeAt(inButton, "a click", ({ page, x, y }) => page.mouse.click(x, y));

  // Had any of them begun a call, this one would be refused, or not be the only one.
  await marked.clickNumber(meant);
  await dialer.shows("Answered");
  await dialer.hangUp();
  await dialer.shows("Ended");
  expect((await readHistory(signedIn)).map(({ toNumber }) => toNumber)).toEqual(["+14155550100"]);
});

test("a tel: link that has the focus is called by Enter", async ({ browserContext, dialer, pages, signedIn }) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/gestures.html`);
  await marked.whereMarked(inLink);
  await marked.page.getByRole("link", { name: inLink }).press("Enter");
  await dialer.shows("Answered");
  await dialer.hangUp();
  await dialer.shows("Ended");
  expect((await readHistory(signedIn)).map(({ toNumber }) => toNumber)).toEqual(["+14155550123"]);
});

/**
 * A click waits in case a second one follows. One timer of the page after another, those of a card that opens and closes,
 * last longer than that: when they are through, a click that was one has called.
 */
async function letTimersEnd(marked: MarkedPage, card: PageCard): Promise<void> {
  const elsewhere = marked.page.locator("#elsewhere");
  await marked.page.evaluate(() => getSelection()?.removeAllRanges());
  await elsewhere.hover();
  await card.isClosed();
  await marked.hoverNumber(meant);
  await card.shows("+1 415 555 0100");
  await elsewhere.hover();
  await card.isClosed();
}

function clickWith(modifier: "Control" | "Shift" | "Alt" | "Meta") {
  return async ({ page, x, y }: Place): Promise<void> => {
    await page.keyboard.down(modifier);
    await page.mouse.click(x, y);
    await page.keyboard.up(modifier);
  };
}

async function drag({ page, x, y }: Place): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y, { steps: 4 });
  await page.mouse.up();
}

async function makeUpClick({ page, x, y }: Place): Promise<void> {
  await page.evaluate(
    (point) => {
      const target = document.elementFromPoint(point.clientX, point.clientY);
      const details = { ...point, detail: 1, bubbles: true, composed: true, cancelable: true };
      for (const type of ["pointermove", "pointerdown", "pointerup"]) target?.dispatchEvent(new PointerEvent(type, details));
      target?.dispatchEvent(new MouseEvent("click", details));
      if (target instanceof HTMLElement) target.click();
    },
    { clientX: x, clientY: y },
  );
}
