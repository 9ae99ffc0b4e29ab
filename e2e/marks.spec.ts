import { PageCard } from "./harness/page-card.ts";
import { MarkedPage } from "./harness/marked-page.ts";
import { expectMarks, markColour } from "./harness/page-marks.ts";
import { expect, test } from "./harness/ringback-test.ts";

const policy = "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** The colour that detection/marks.css gives to a mark. */
const painted = "rgba(22, 148, 104, 0.1)";

test("numbers are marked in whatever elements and form a page writes them", async ({ browserContext, pages }) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/marks.html`);
  await expectMarks(page, [
    "415-555-0111",
    "(415) 555-0112",
    "415.555.0113",
    "(415) 555-0114",
    "+1 415 555 0115",
    "415-555-0116",
    "415-555-0117",
    "+44 20 7946 0958",
    "+33 1 99 00 21 47",
    "+49 30 23125 104",
    "(415) 555-0119 ext. 12",
    "Ring the bell",
    "415-555-0121",
    "415-555-0123",
    "415-555-0124",
    "415-555-0199",
  ]);
  expect(await markColour(page, "#split em")).toBe(painted);
});

test("a national number is one of the page's country, not of the reader's", async ({ browserContext, pages }) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/german.html`);
  await expectMarks(marked.page, ["030 23125-104", "(030) 23125 105", "0044 20 7946 0958", "+49 (0)30 / 23125 – 106"]);
  const card = await PageCard.on(marked.page);
  await marked.hoverNumber("030 23125-104");
  await card.shows("+49 30 23125104", "Germany");
});

test("nothing is marked that only looks like a number, or is somebody's to edit", async ({ browserContext, pages }) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/confusers.html`);
  // A page is read from top to bottom: when its last line is marked, all before it was judged.
  await expectMarks(page, ["415-555-0199"]);
});

test("numbers in open shadow roots are marked and can be pointed at", async ({ browserContext, pages }) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/shadow-roots.html`);
  await expectMarks(marked.page, ["415-555-0140", "415-555-0141", "415-555-0142", "415-555-0143"]);
  expect(await markColour(marked.page, "contact-line p")).toBe(painted);
  const card = await PageCard.on(marked.page);
  await marked.hoverNumber("415-555-0142");
  await card.shows("+1 415 555 0142");
});

for (const by of ["meta element", "header"] as const) {
  test(`a page whose policy allows nothing, by ${by}, is marked and its card opens`, async ({ browserContext, pages }) => {
    const page = await browserContext.newPage();
    if (by === "header")
      await page.route("**/marks.html", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
      });
    await page.goto(`${pages.url}/${by === "header" ? "marks" : "strict-policy"}.html`);
    const marked = new MarkedPage(page);
    const number = by === "header" ? "415-555-0111" : "415-555-0150";
    const card = await PageCard.on(page);
    await marked.hoverNumber(number);
    await card.shows(`+1 ${number.replaceAll("-", " ")}`, "Call");
    // The page's own style is refused, and the extension's is not.
    expect(await card.background()).toBe("rgb(255, 255, 255)");
    expect(await markColour(page, by === "header" ? "#plain" : "#number")).toBe(painted);
  });
}
