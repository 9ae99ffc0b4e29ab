import { figuresText, phoneNumber, prose, sentence } from "./made-up-text.ts";
import { digits, seededRandom, type Random } from "./random.ts";

/** A page to be scanned, with how many numbers a person would find on it; undefined for a page that nobody has counted. */
export interface BenchPage {
  name: string;
  html: string;
  numbers: number | undefined;
}

const megabyte = 1_000_000;

/** Pages of the sizes and shapes that detection was designed for. The same in every run. */
export function generatedPages(): BenchPage[] {
  return [newsPage(), encyclopediaPage(), directoryPage(), prosePage(), figuresPage()];
}

function newsPage(): BenchPage {
  const random = seededRandom(1);
  const numbers = 17;
  const state = JSON.stringify({ state: figuresText(random, 0.7 * megabyte) });
  const teasers = repeat(numbers * 70, (index) => {
    const ends = index % 70 === 0 ? ` Call ${phoneNumber(random)}.` : "";
    return `<article class="teaser"><a href="/a/${digits(random, 8)}"><h3>${sentence(random)}</h3></a><p><time>2024-05-${10 + (index % 19)} 10:22</time> <span class="by">${sentence(random)}</span>${prose(random, 300)}${ends}</p><ul><li><a href="/t">${sentence(random)}</a></li></ul></article>`;
  });
  return pageOf("news", numbers, `<script type="application/json">${state}</script><main>${teasers}</main>`);
}

function encyclopediaPage(): BenchPage {
  const random = seededRandom(2);
  const numbers = 37;
  const sections = repeat(numbers * 10, (index) => {
    const contact = index % 10 === 0 ? ` <i>Telephone</i> ${phoneNumber(random)}.` : "";
    const links = repeat(
      8,
      () =>
        `${prose(random, 150)}<a href="/wiki/${digits(random, 4)}">${sentence(random)}</a> <sup>[${digits(random, 2)}]</sup> `,
    );
    return `<h2>${sentence(random)}</h2><p>${links}${contact}</p><table><tr><td>${figuresText(random, 60)}</td><td>${digits(random, 4)}</td></tr></table>`;
  });
  return pageOf("encyclopedia", numbers, `<div id="content">${sections}</div>`);
}

/** 88,000 nodes: a telephone directory that is an order book as well. */
function directoryPage(): BenchPage {
  const random = seededRandom(3);
  const rows = repeat(2000, () => directoryRow(random));
  return pageOf("directory", 2000, `<div class="list">${rows}</div>`);
}

function directoryRow(random: Random): string {
  const lines = repeat(8, () => `<div><span>${sentence(random)}</span><i></i></div>`);
  return `<section><h4>${sentence(random)}</h4><div class="a"><b>Phone</b> <span>${phoneNumber(random)}</span></div><div class="b">Order no. <span>${digits(random, 10)}</span></div><div>${lines}</div></section>`;
}

function prosePage(): BenchPage {
  const random = seededRandom(4);
  return pageOf(
    "prose, 5 MB",
    0,
    repeat(2500, () => `<p>${prose(random, 2000)}</p>`),
  );
}

function figuresPage(): BenchPage {
  const random = seededRandom(5);
  return pageOf(
    "figures, 5 MB",
    0,
    repeat(2500, () => `<p>${figuresText(random, 2000)}</p>`),
  );
}

function pageOf(name: string, numbers: number, body: string): BenchPage {
  const html = `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>${name}</title></head><body>${body}</body></html>`;
  return { name, html, numbers };
}

function repeat(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join("");
}
