import type { Page } from "playwright-core";
import type { Stage } from "./stage.ts";

/** One screen in one state, as the gallery shows it. */
export interface Screen {
  /** What its pictures are called, before "-light.webp" and "-dark.webp". */
  name: string;
  /** What it shows, in a few words. */
  state: string;
  /** Brings the state about, mostly by real use, from where the screen before it in the list has left off. Gives the page to look at. */
  show: (stage: Stage) => Promise<Page>;
}

/** Screens that follow from each other in one browser. */
export interface Scene {
  title: string;
  /** What the browser speaks. */
  language: "en" | "de" | "ar";
  sizePx: { width: number; height: number };
  /** How large everything is; 2 is the browser's 200 %. */
  zoom?: number;
  /** Draws in the few colours of a person's own choice, as Windows' contrast themes have it. */
  hasForcedColors?: boolean;
  screens: readonly Screen[];
}

export const popupSize = { width: 360, height: 580 };
export const pageSize = { width: 1040, height: 680 };
