import { readFileSync } from "node:fs";
import type { Clip } from "../legs.ts";
import { readOggOpus } from "./ogg-opus.ts";
import { promptTexts, type SpokenClipName } from "./prompt-texts.ts";

export type ClipName = SpokenClipName | "ringback";

/** Every clip there is. */
export const clipNames: readonly ClipName[] = [...(Object.keys(promptTexts) as SpokenClipName[]), "ringback"];

const loaded = new Map<ClipName, Clip>();

/** A clip from `clips/`, read once. */
export function loadClip(name: ClipName): Clip {
  const known = loaded.get(name);
  if (known) return known;
  const clip = { packets: readOggOpus(readFileSync(new URL(`clips/${name}.opus`, import.meta.url))) };
  loaded.set(name, clip);
  return clip;
}

const clipsByText = new Map(
  (Object.entries(promptTexts) as [SpokenClipName, string][]).map(([name, text]) => [spokenForm(text), name]),
);

/** The clip that says a text, whatever its case and punctuation; `fallback` when no clip does. */
export function clipForText(text: string): ClipName {
  return clipsByText.get(spokenForm(text)) ?? "fallback";
}

function spokenForm(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
