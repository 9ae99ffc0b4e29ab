import { createHighlighter } from "../../extension/detection/highlighter.ts";
import { createNumberFinder, withMarks, type MarkFinder } from "../../extension/detection/number-finder.ts";
import { scanPage, type PageScanner } from "../../extension/detection/page-scanner.ts";
import { pageRegions } from "../../extension/detection/page-region.ts";
import { readNumberText } from "../../extension/detection/phone-library.ts";
import { readPageSignals } from "../../extension/detection/read-page-signals.ts";
import { createWorkSlices } from "../../extension/detection/work-slices.ts";

// Bundled and run in an isolated world, as the content script and the page tools are: the same modules, without what they say to
// the service worker, and without cards.
const highlights = new AbortController();
const highlighter = createHighlighter({ registry: CSS.highlights, onChange: () => {} }, highlights.signal);
let scanner: PageScanner | undefined;

async function makeFinder(): Promise<MarkFinder> {
  const slices = createWorkSlices(() => performance.now());
  // The answer of the service worker comes in a task of its own.
  await slices.giveWay();
  const signals = await readPageSignals(document, { userCountry: "US", readNumber: readNumberText, slices });
  return withMarks(createNumberFinder({ readNumber: readNumberText, regions: pageRegions(signals) }));
}

/** Scans the page and everything that comes to it from now on; resolves when all that is there now was read. */
async function scan(): Promise<number> {
  scanner = scanPage(
    document,
    {
      highlighter,
      loadFinder: makeFinder,
      shadowRootOf: (element) => element.shadowRoot,
      now: () => performance.now(),
    },
    highlights.signal,
  );
  return readToTheEnd();
}

async function readToTheEnd(): Promise<number> {
  await scanner?.whenRead();
  return highlighter.size;
}

Object.assign(globalThis, { ringback: { scan, readToTheEnd } });
