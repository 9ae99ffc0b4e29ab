import { join } from "node:path";

export const docsFolder = join(import.meta.dirname, "../../docs");
export const picturesFolder = join(docsFolder, "pictures");
