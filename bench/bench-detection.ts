import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { buildExtensionIfStale } from "../scripts/build-extension.ts";
import { chromiumFlags, ensureChromium } from "../scripts/chromium.ts";
import { bundle } from "./detection/bundle.ts";
import { loadContenders } from "./detection/contenders.ts";
import { generatedPages } from "./detection/generated-pages.ts";
import { measureMutations } from "./detection/measure-mutations.ts";
import { measureRows } from "./detection/measure-rows.ts";
import { measureScans, type ScanFigures } from "./detection/measure-scans.ts";
import { measureSpeedometer, type SpeedometerFigures } from "./detection/measure-speedometer.ts";
import { realPages } from "./detection/real-pages.ts";
import { weighScripts } from "./detection/weigh-scripts.ts";

// What number detection costs a page, in Chromium: the detection code as it is bundled into the content script and the page tools, in an isolated
// world, cold, beside what others use. All times are CPU of the page's main thread; what counts are the ratios within one run.
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    /** A folder of saved pages to scan as well. */
    pages: { type: "string" },
    /** A checkout of Speedometer 3 to run with and without the extension in turn. */
    speedometer: { type: "string" },
    /** Speedometer's own setting: how often each run goes through its suites. */
    iterations: { type: "string", default: "10" },
    /** Only the pages and measurements whose name has this in it. */
    only: { type: "string", default: "" },
  },
});
const rounds = Number(values.rounds);
const isAsked = (name: string): boolean => name.includes(values.only);

const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumFlags });
try {
  const contenders = await loadContenders();
  const pages = [...generatedPages(), ...(values.pages ? await realPages(values.pages) : [])].filter(({ name }) => isAsked(name));
  const scans: Record<string, Record<string, ScanFigures>> = {};
  for (const page of pages) {
    const figures = await measureScans(browser, page, { contenders, rounds });
    scans[page.name] = mapValues(figures, rounded);
    console.log(`\n${page.name}: ${page.html.length} characters, ${page.numbers ?? "uncounted"} numbers`);
    console.table(scans[page.name]);
  }
  const report = { bench: "detection", rounds, scans, ...(await measureTheRest()), speedometer: await runSpeedometer() };
  console.log(JSON.stringify(report));
} finally {
  await browser.close();
}

async function measureTheRest(): Promise<object> {
  const rows = isAsked("rows") ? mapValues(await measureRows(browser, await watchers()), rounded) : undefined;
  if (rows) tell("1,000 rows appended", rows);
  const mutations = isAsked("mutations") ? rounded(await measureMutations(browser, rounds)) : undefined;
  if (mutations) tell("10,000 mutations by a page with 2,000 numbers", mutations);
  if (!isAsked("bytes")) return { rows, mutations };
  await buildExtensionIfStale();
  const bytes = await weighScripts();
  tell("bytes, gzip", bytes);
  return { rows, mutations, bytes };
}

async function runSpeedometer(): Promise<SpeedometerFigures | undefined> {
  if (!values.speedometer || !isAsked("speedometer")) return undefined;
  await buildExtensionIfStale();
  const figures = await measureSpeedometer({ folder: values.speedometer, rounds, iterations: Number(values.iterations) });
  tell("Speedometer, score", {
    without: figures.without.join(" "),
    with: figures.with.join(" "),
    ratio: figures.ratio.toFixed(3),
  });
  return figures;
}

async function watchers() {
  return [
    { name: "Ringback", script: await bundle("scan-entry.ts"), watch: "ringback.scan()", settle: "ringback.readToTheEnd()" },
    {
      name: "RingCentral",
      script: await bundle("click-to-dial-entry.ts"),
      watch: "clickToDial.watch()",
      settle: "clickToDial.whenMatched(1000)",
    },
  ];
}

function tell(title: string, figures: object): void {
  console.log(`\n${title}`);
  console.table(figures);
}

function rounded<T extends object>(figures: T): T {
  return mapValues(figures as Record<string, number>, (figure) => Number(figure.toFixed(1))) as T;
}

function mapValues<From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
