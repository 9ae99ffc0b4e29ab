import Database from "better-sqlite3";

/** Copies a database file, consistently, also while another process writes to it. */
export async function backUpDatabase(databasePath: string, copyPath: string): Promise<void> {
  const source = new Database(databasePath, { readonly: true });
  try {
    await source.backup(copyPath);
  } finally {
    source.close();
  }
}
