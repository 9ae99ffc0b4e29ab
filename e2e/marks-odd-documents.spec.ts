import type { Page } from "playwright-core";
import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { expectMarks, listedMarks } from "./harness/page-marks.ts";
import { expect, test } from "./harness/ringback-test.ts";

const xhtml = "http://www.w3.org/1999/xhtml";

for (const { what, contentType, body } of [
  { what: "plain text", contentType: "text/plain", body: "Call 415-555-0301 or write." },
  {
    what: "XHTML",
    contentType: "application/xhtml+xml",
    body: `<html xmlns="${xhtml}" lang="en-US"><body><p>Call <b>415</b>-555-0301</p></body></html>`,
  },
  {
    what: "XML with elements of HTML in it",
    contentType: "application/xml",
    body: `<?xml-stylesheet type="text/css" href="data:text/css,"?><list xmlns:h="${xhtml}"><h:p>Call 415-555-0301</h:p></list>`,
  },
  {
    what: "a page in quirks mode with markup as it came",
    contentType: "text/html",
    body: "<table><tr><td>Call<td>415-555-0301<p>and <b>so <p>on</b>",
  },
]) {
  test(`a document of ${what} has its numbers marked`, async ({ browserContext, pages }) => {
    const page = await browserContext.newPage();
    await page.route("**/odd", (route) => route.fulfill({ contentType, body }));
    await page.goto(`${pages.url}/odd`);
    await expectMarks(page, ["415-555-0301"]);
  });
}

test("frames without an address of their own are read, also when they come late, and go without a trace", async ({
  browserContext,
  pages,
}) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  const numbers = ["415-555-0161", "415-555-0162", "415-555-0163"];
  await expectMarks(page, numbers);
  await page.evaluate(() => {
    const written = document.createElement("iframe");
    written.name = "written";
    written.srcdoc = "<p>Call 415-555-0302</p>";
    const blank = document.createElement("iframe");
    blank.name = "blank";
    document.body.append(written, blank);
    blank.contentDocument?.body.append("Call 415-555-0303");
  });
  await expectFrameMarks(page, "written", ["415-555-0302"]);
  await expectFrameMarks(page, "blank", ["415-555-0303"]);
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll("iframe")) frame.remove();
    document.querySelector("#list")?.insertAdjacentHTML("beforeend", "<li>415-555-0304</li>");
  });
  await expectMarks(page, [...numbers, "415-555-0304"]);
});

test("text that comes from another document is read where it is put, and can be pointed at", async ({
  browserContext,
  pages,
}) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  const { page } = marked;
  const numbers = ["415-555-0161", "415-555-0162", "415-555-0163"];
  await expectMarks(page, numbers);
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.name = "from";
    frame.srcdoc = "<p>Call 415-555-0305</p><p><a href='tel:+14155550306'>Ring the office</a></p>";
    document.body.append(frame);
  });
  await expectFrameMarks(page, "from", ["415-555-0305", "Ring the office"]);
  await page.evaluate(() => {
    const frame = document.querySelector("iframe");
    const paragraphs = frame?.contentDocument?.querySelectorAll("p") ?? [];
    document.querySelector("#list")?.after(...[...paragraphs].map((paragraph) => document.adoptNode(paragraph)));
    const made = document.implementation.createHTMLDocument();
    made.body.innerHTML = "<p>Call 415-555-0307</p>";
    document.querySelector("#list")?.after(...made.body.childNodes);
  });
  await expectMarks(page, [...numbers, "415-555-0305", "415-555-0307", "Ring the office"]);
  const card = await PageCard.on(page);
  await marked.hoverNumber("415-555-0305");
  await card.shows("+1 415 555 0305");
  await page.keyboard.press("Escape");
  await card.isClosed();
  await marked.hoverNumber("Ring the office");
  await card.shows("+1 415 555 0306");
});

test("numbers in parts that the browser has not laid out yet, and beside enormous attributes, are marked", async ({
  browserContext,
  pages,
}) => {
  const page = await browserContext.newPage();
  await page.route("**/odd", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="en-US"><body>
        <div style="height: 5000px"></div>
        <div style="content-visibility: auto; contain-intrinsic-size: 500px">Call 415-555-0308</div>
        <p class="${"phone ".repeat(400_000)}" title="${"415-555-0309 ".repeat(200_000)}">Call 415-555-0310</p>
        <p dir="rtl">התקשרו: <bdi>415-555-0311</bdi>, هاتف ٠٢ ٢٧٩٥ ١٢٣٤</p>
      </body></html>`,
    }),
  );
  await page.goto(`${pages.url}/odd`);
  await expectMarks(page, ["415-555-0308", "415-555-0310", "415-555-0311"]);
});

test("text that becomes somebody's to edit is marked no longer, until it is everybody's again", async ({
  browserContext,
  pages,
}) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  await expectMarks(page, ["415-555-0161", "415-555-0162", "415-555-0163"]);
  await page.locator("#list").evaluate(({ children }) => children[1]?.setAttribute("contenteditable", "true"));
  await expectMarks(page, ["415-555-0161", "415-555-0163"]);
  await page.locator("#list").evaluate(({ children }) => children[1]?.removeAttribute("contenteditable"));
  await expectMarks(page, ["415-555-0161", "415-555-0162", "415-555-0163"]);
});

function expectFrameMarks(page: Page, name: string, texts: readonly string[]): Promise<void> {
  return expect
    .poll(() => page.frame({ name })?.evaluate(listedMarks), { message: `the marked texts of the frame "${name}"` })
    .toEqual(texts);
}
