import { expect, test } from "vitest";
import { extensionStyles } from "../locales/testing/sources.ts";

// Left and right are another way round in Arabic. What is meant is where a line begins and where it ends.
const physical = [
  /\b(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b/,
  /\bborder-(?:top|bottom)-(?:left|right)-radius\b/,
  /^\s*(?:left|right)\s*:/m,
  /\b(?:text-align|float|clear)\s*:\s*(?:left|right)\b/,
  /\banchor\((?:left|right)\)/,
];

test.each(extensionStyles())("$path says start and end, not left and right", ({ code }) => {
  for (const pattern of physical) expect(pattern.exec(code)?.[0]).toBeUndefined();
});

test.each(extensionStyles())("$path has the same on both sides where it sets four at once", ({ code }) => {
  for (const [rule, , values = ""] of code.matchAll(/^\s*(margin|padding|inset|border-width):([^;]+);/gm)) {
    const [, end, , start] = values.trim().split(/\s+(?![^(]*\))/);
    expect(start ?? end, rule.trim()).toBe(end);
  }
});
