import { join } from "node:path";
import { build } from "vite";

/** A module of this folder as one script, by the bundler and for the browsers that the extension is built with and for. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "chrome128",
      lib: { entry: join(import.meta.dirname, entry), formats: ["iife"], name: "entry" },
    },
  });
  const [output] = [built].flat();
  if (!output || !("output" in output)) throw new Error("The bundler watches instead of building.");
  return output.output[0].code;
}
