import { bundle } from "./bundle.ts";

/** A way to find the numbers of a page: a script to load into its world, and an expression that scans and says how many it found. */
export interface Contender {
  name: string;
  script: string;
  scan: string;
}

/** The bare walk that all are measured by, Ringback, and what others use. */
export async function loadContenders(): Promise<Contender[]> {
  const library = await bundle("library-entry.ts");
  return [
    { name: "bare walk", script: "", scan: eachText("found += Math.min(node.data.length, 0);") },
    { name: "Ringback", script: await bundle("scan-entry.ts"), scan: "ringback.scan()" },
    {
      name: "libphonenumber-js, each node",
      script: library,
      scan: eachText("found += libphonenumber.findPhoneNumbersInText(node.data, 'US').length;"),
    },
    {
      name: "libphonenumber-js, textContent",
      script: library,
      scan: "libphonenumber.findPhoneNumbersInText(document.body.textContent, 'US').length",
    },
    { name: "RingCentral", script: await bundle("click-to-dial-entry.ts"), scan: "clickToDial.scan()" },
  ];
}

function eachText(visit: string): string {
  return `(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let found = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) { ${visit} }
    return found;
  })()`;
}
