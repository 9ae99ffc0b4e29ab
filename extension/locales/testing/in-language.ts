import { vi } from "vitest";
import type { LocaleName } from "./locale-texts.ts";
import { speak } from "./speak.ts";

/** Loads modules anew, in a browser that has been in this language from its start: `inLanguage("ar", () => import("./a.ts"))`. */
export async function inLanguage<Module>(locale: LocaleName, load: () => Promise<Module>): Promise<Module> {
  speak(locale);
  vi.resetModules();
  return load();
}
