import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Mutant } from "./mutant.ts";

export const repositoryFolder = join(import.meta.dirname, "../../..");

interface Planted {
  /** Whether the file was loaded since, with the fault in it. */
  isGrown: () => boolean;
}

/** Has Node load the mutant's file with the fault in it. It must not have been loaded before. */
export function plantMutant({ file, ...change }: Mutant): Planted {
  const target = pathToFileURL(join(repositoryFolder, file)).href;
  let isGrown = false;
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (url !== target) return loaded;
      isGrown = true;
      return { ...loaded, source: mutate(textOf(loaded.source), change) };
    },
  });
  return { isGrown: () => isGrown };
}

/** The text with the fault in it. Throws when there is not exactly one place for it. */
export function mutate(text: string, { name, find, replace }: Omit<Mutant, "file">): string {
  const [before, after, ...others] = text.split(find);
  if (before === undefined || after === undefined || others.length > 0) {
    throw new Error(`"${name}" finds ${others.length > 0 ? "more than one place" : "no place"} for its fault: ${find}`);
  }
  return before + replace + after;
}

function textOf(source: string | ArrayBuffer | NodeJS.TypedArray | undefined): string {
  if (source === undefined) throw new Error("A module without source.");
  return typeof source === "string" ? source : new TextDecoder().decode(source);
}
