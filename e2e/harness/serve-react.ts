import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const modules = {
  react: "react/cjs/react.production.js",
  scheduler: "scheduler/cjs/scheduler.production.js",
  "react-dom": "react-dom/cjs/react-dom.production.js",
  "react-dom/client": "react-dom/cjs/react-dom-client.production.js",
};

/** Gives a page the React of this project under `/react.js`, which puts what a page needs of it into `window.React`. */
export async function serveReact(page: Page): Promise<void> {
  const body = await bundleReact();
  await page.route("**/react.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
}

// React ships as CommonJS only, and a few functions are all that CommonJS asks for.
async function bundleReact(): Promise<string> {
  // As react-dom sees it, whose own dependency the scheduler is.
  const { resolve } = createRequire(createRequire(import.meta.url).resolve("react-dom/package.json"));
  // Past the exports of the packages, which hide the files behind a choice made by environment variable.
  const folder = (name: string): string => resolve(`${name}/package.json`).replace(/package\.json$/, "");
  const definitions = await Promise.all(
    Object.entries(modules).map(async ([name, path]) => {
      const [packageName = "", ...rest] = path.split("/");
      const source = await readFile(`${folder(packageName)}${rest.join("/")}`, "utf8");
      return `${JSON.stringify(name)}: (exports, require) => {${source}}`;
    }),
  );
  return `(() => {
  const definitions = {${definitions.join(",\n")}};
  const loaded = {};
  const require = (name) => {
    if (!loaded[name]) definitions[name]((loaded[name] = {}), require);
    return loaded[name];
  };
  const { createElement } = require("react");
  const { flushSync } = require("react-dom");
  const { createRoot } = require("react-dom/client");
  window.React = { createElement, flushSync, createRoot };
})();`;
}
