import { expect, test } from "@playwright/test";
import { chromium } from "playwright-core";
import { bundle } from "../bench/detection/bundle.ts";
import { drivenChromiumFlags, findChromium } from "../scripts/chromium.ts";
import { startRandomPage } from "./harness/random-page.ts";

const seeds = 40;
const roundsOfSeed = 6;

interface Scanned {
  scans: { watch: () => Promise<void>; compare: () => Promise<{ kept: string[]; fresh: string[] }> };
  randomPage: { change: (count: number) => void };
}

test("however a page changes, what is marked is what a scan from the start would mark", async () => {
  const script = await bundle("two-scans-entry.ts");
  const browser = await chromium.launch({ executablePath: findChromium() ?? "", args: drivenChromiumFlags });
  try {
    const page = await browser.newPage();
    let marked = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      await page.setContent(
        "<!doctype html><html lang='en-US'><body><div id='list'></div><p>Ring 415-555-0199</p></body></html>",
      );
      await page.evaluate(script);
      await page.evaluate(startRandomPage, seed);
      const rounds = await page.evaluate(async (count) => {
        const { scans, randomPage } = window as unknown as Scanned;
        randomPage.change(20);
        await scans.watch();
        const seen: { kept: string[]; fresh: string[]; html: string }[] = [];
        for (let round = 0; round < count; round++) {
          const before = document.querySelector("#list")?.innerHTML ?? "";
          randomPage.change(1 + (round % 3) * 4);
          seen.push({ ...(await scans.compare()), html: `${before}\n=> ${document.querySelector("#list")?.innerHTML}` });
        }
        return seen;
      }, roundsOfSeed);
      for (const { kept, fresh, html } of rounds) {
        expect(kept, `seed ${seed}: ${html}`).toEqual(fresh);
        marked += fresh.length;
      }
    }
    // A page without numbers would agree with anything.
    expect(marked).toBeGreaterThan(seeds * roundsOfSeed * 1.5);
  } finally {
    await browser.close();
  }
});
