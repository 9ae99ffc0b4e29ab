import { MarkedPage } from "./harness/marked-page.ts";
import { expectMarks } from "./harness/page-marks.ts";
import { test } from "./harness/ringback-test.ts";

test("marks follow text that is replaced, appended, removed, moved and emptied", async ({ browserContext, pages }) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  const list = page.locator("#list");
  await expectMarks(page, ["415-555-0161", "415-555-0162", "415-555-0163"]);

  await list.evaluate(({ children }) => children[1]?.firstChild?.replaceWith("Bo has moved to 415-555-0172"));
  await expectMarks(page, ["415-555-0161", "415-555-0172", "415-555-0163"]);

  // As frameworks do it: the text node stays, and only what it says is another.
  await list.evaluate(({ children }) => {
    const text = children[0]?.lastChild;
    if (text) text.nodeValue = "0171";
  });
  await expectMarks(page, ["415-555-0171", "415-555-0172", "415-555-0163"]);

  await list.evaluate(({ children }) => {
    const text = children[2]?.firstChild;
    if (text) text.nodeValue = "Cy is out";
  });
  await expectMarks(page, ["415-555-0171", "415-555-0172"]);

  await list.evaluate((rows) => rows.insertAdjacentHTML("beforeend", "<li>Di 415-555-0174</li><li>Ed <i>415</i>-555-0175</li>"));
  await expectMarks(page, ["415-555-0171", "415-555-0172", "415-555-0174", "415-555-0175"]);

  await list.evaluate((rows) => rows.append(...[...rows.children].toReversed()));
  await expectMarks(page, ["415-555-0171", "415-555-0172", "415-555-0174", "415-555-0175"]);

  await list.evaluate(({ lastElementChild }) => lastElementChild?.remove());
  await expectMarks(page, ["415-555-0172", "415-555-0174", "415-555-0175"]);

  await list.evaluate((rows) => rows.replaceChildren());
  await expectMarks(page, []);
});

test("a number that is put together of later parts is marked when it is whole", async ({ browserContext, pages }) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  const list = page.locator("#list");
  await expectMarks(page, ["415-555-0161", "415-555-0162", "415-555-0163"]);

  await list.evaluate((rows) => rows.insertAdjacentHTML("beforeend", "<li>Fay <b>415</b>-<i>555</i></li>"));
  await list.evaluate(({ lastElementChild }) => lastElementChild?.append("-0176"));
  await expectMarks(page, ["415-555-0161", "415-555-0162", "415-555-0163", "415-555-0176"]);

  await list.evaluate(({ lastElementChild }) => lastElementChild?.lastChild?.remove());
  await expectMarks(page, ["415-555-0161", "415-555-0162", "415-555-0163"]);

  await list.evaluate(({ children }) => {
    const text = children[1]?.firstChild;
    if (text instanceof Text) text.splitText(text.data.indexOf("555"));
  });
  await expectMarks(page, ["415-555-0161", "415-555-0162", "415-555-0163"]);
});

test("a page that opens a shadow root later has it read as well", async ({ browserContext, pages }) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  await expectMarks(page, ["415-555-0161", "415-555-0162", "415-555-0163"]);
  await page.locator("#list").evaluate((rows) => {
    const card = document.createElement("contact-card");
    card.attachShadow({ mode: "open" }).innerHTML = "<p>Gus 415-555-0177</p>";
    rows.after(card);
  });
  await expectMarks(page, ["415-555-0161", "415-555-0162", "415-555-0163", "415-555-0177"]);
  await page.locator("contact-card p").evaluate((line) => {
    line.textContent = "Gus 415-555-0178";
  });
  await expectMarks(page, ["415-555-0161", "415-555-0162", "415-555-0163", "415-555-0178"]);
});
