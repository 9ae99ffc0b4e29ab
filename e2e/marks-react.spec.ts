import { chromium, type Page } from "playwright-core";
import { drivenChromiumFlags, findChromium } from "../scripts/chromium.ts";
import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { expectMarks } from "./harness/page-marks.ts";
import { PageWatch } from "./harness/page-watch.ts";
import { expect, test } from "./harness/ringback-test.ts";
import { serveReact } from "./harness/serve-react.ts";

interface Person {
  name: string;
  area: string;
  line: string;
}

interface Step {
  what: string;
  props: { people: Person[]; note?: string } | null;
  marks: string[];
}

const ada = { name: "Ada", area: "415", line: "0181" };
const bo = { name: "Bo", area: "212", line: "0182" };
const cy = { name: "Cy", area: "415", line: "0183" };

const marksOf = ({ area, line }: Person): string[] => [`(${area}) 555-${line}`, `${area}-555-${line}`];

const steps: Step[] = [
  { what: "renders", props: { people: [ada, bo] }, marks: [ada, bo].flatMap(marksOf) },
  { what: "adds a row in front", props: { people: [cy, ada, bo] }, marks: [cy, ada, bo].flatMap(marksOf) },
  { what: "reorders", props: { people: [bo, cy, ada] }, marks: [cy, ada, bo].flatMap(marksOf) },
  {
    what: "gives rows other numbers",
    props: { people: [bo, { ...cy, line: "0193" }, { ...ada, area: "212" }] },
    marks: [bo, { ...cy, line: "0193" }, { ...ada, area: "212" }].flatMap(marksOf),
  },
  {
    what: "unmounts a row and mounts a line",
    props: { people: [ada, cy], note: "+44 20 7946 0958" },
    marks: [...[ada, cy].flatMap(marksOf), "+44 20 7946 0958"],
  },
  { what: "makes a number into words", props: { people: [{ ...ada, line: "none" }] }, marks: [] },
  { what: "shows it again", props: { people: [ada] }, marks: marksOf(ada) },
  { what: "unmounts everything", props: null, marks: [] },
];

test("a React page renders, reorders and unmounts marked numbers exactly as without the extension", async ({
  browserContext,
  pages,
}) => {
  const url = `${pages.url}/react.html`;
  const marked = await openReact(await browserContext.newPage(), url);
  const plainBrowser = await chromium.launch({ executablePath: findChromium() ?? "", args: drivenChromiumFlags });
  try {
    const plain = await openReact(await plainBrowser.newPage(), url);
    for (const { what, props, marks } of steps) {
      await Promise.all([show(plain.page, props), show(marked.page, props)]);
      await expectMarks(marked.page, marks);
      expect(await marked.watch.serialise(), what).toBe(await plain.watch.serialise());
      expect(await marked.watch.takeChanges(), what).toEqual(await plain.watch.takeChanges());
    }
    expect(marked.errors).toEqual([]);
    expect(plain.errors).toEqual([]);
  } finally {
    await plainBrowser.close();
  }
});

test("a number that React replaces under an open card is painted no longer, and the next card names the new one", async ({
  browserContext,
  pages,
}) => {
  const { page, errors } = await openReact(await browserContext.newPage(), `${pages.url}/react.html`);
  const marked = new MarkedPage(page);
  const card = await PageCard.on(page);
  await show(page, { people: [ada] });
  await marked.hoverNumber("(415) 555-0181");
  await card.shows("+1 415 555 0181");
  expect(await pointedAt(page)).toBe(1);

  const moved = { ...ada, line: "0191" };
  await show(page, { people: [moved] });
  await expectMarks(page, marksOf(moved));
  expect(await pointedAt(page)).toBe(0);

  await page.keyboard.press("Escape");
  await card.isClosed();
  await page.mouse.move(0, 0);
  await marked.hoverNumber("(415) 555-0191");
  await card.shows("+1 415 555 0191");
  expect(errors).toEqual([]);
});

/** How many numbers are painted as the one under the pointer. */
function pointedAt(page: Page): Promise<number | undefined> {
  return page.evaluate(() => CSS.highlights.get("phone-number-active")?.size);
}

interface ReactPage {
  page: Page;
  watch: PageWatch;
  /** What React or the page complained of. */
  errors: string[];
}

async function openReact(page: Page, url: string): Promise<ReactPage> {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await serveReact(page);
  const watch = await PageWatch.start(page);
  await page.goto(url);
  return { page, watch, errors };
}

/** Has React render these props before it returns. */
function show(page: Page, props: Step["props"]): Promise<void> {
  return page.evaluate((given) => (window as unknown as { show: (props: unknown) => void }).show(given), props);
}
