import { expect, test } from "vitest";
import { extensionSources } from "./testing/sources.ts";

const sources = new Map(extensionSources().map(({ path, code }) => [path, code]));

// Chrome gives an offscreen document `chrome.runtime` and nothing else of its API: asking it for words would throw.
test("the document that holds the call reaches nothing that has words", () => {
  expect(wordsReachedBy("entrypoints/offscreen/main.ts")).toEqual([]);
});

// Every page of a site opted into takes this script in, and most have no number: words come with the card.
test("the script that looks for a first candidate brings no words", () => {
  expect(wordsReachedBy("entrypoints/content.ts")).toEqual([]);
});

test("what a page of the extension reaches has words, so that one would be found", () => {
  expect(wordsReachedBy("dialer/mount-dialer.tsx")).not.toEqual([]);
});

/** Files that import "#i18n", reached from an entrypoint by whatever is imported for its values. */
function wordsReachedBy(entrypoint: string): string[] {
  expect(sources.has(entrypoint)).toBe(true);
  const reached = new Set([entrypoint]);
  for (const path of reached) for (const imported of importsOf(path)) if (sources.has(imported)) reached.add(imported);
  return [...reached].filter((path) => /from "#i18n"/.test(sources.get(path) ?? ""));
}

function importsOf(path: string): string[] {
  const imports = (sources.get(path) ?? "").matchAll(/^(?:import|export)\s(?!type\s)(?:[^"';]*from\s)?"(\.[^"]+)"/gm);
  return [...imports].map(([, target]) => resolve(path, target ?? ""));
}

function resolve(from: string, target: string): string {
  return new URL(target, `file:///${from}`).pathname.slice(1);
}
