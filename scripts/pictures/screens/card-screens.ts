import type { Page } from "playwright-core";
import { MarkedPage } from "../../../e2e/harness/marked-page.ts";
import { PageCard } from "../../../e2e/harness/page-card.ts";
import type { Screen } from "../screen.ts";

export const cardScreens: readonly Screen[] = [
  {
    name: "card-number",
    state: "Over a number: who it is, what a minute costs, and a button that calls",
    async show({ context, siteUrl }) {
      const marked = await MarkedPage.open(context, `${siteUrl}/numbers.html`);
      await marked.page.setViewportSize({ width: 800, height: 600 });
      await marked.hoverNumber("555-0101");
      const card = await PageCard.on(marked.page);
      await card.shows(/\/min/);
      return marked.page;
    },
  },
  {
    name: "card-talking",
    state: "The call, on the page it was clicked on",
    async show({ context }) {
      const page = sitePage(context.pages());
      const card = await PageCard.on(page);
      await card.pointAtIt();
      await card.press("Call");
      await card.shows(/^00:0[2-9]/);
      return page;
    },
  },
];

function sitePage(pages: readonly Page[]) {
  const page = pages.findLast((each) => each.url().startsWith("http"));
  if (!page) throw new Error("The site is not open.");
  return page;
}
