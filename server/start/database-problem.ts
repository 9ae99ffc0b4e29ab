/** What the file system and SQLite call a file or folder that cannot be used. Anything else is a fault of ours. */
const reasons: Record<string, string> = {
  EACCES: "this user may not use it",
  EPERM: "this user may not use it",
  EROFS: "it is on a disk that cannot be written",
  EEXIST: "its folder is a file",
  ENOTDIR: "its folder is a file",
  ENOSPC: "the disk is full",
  SQLITE_CANTOPEN: "it cannot be opened as a file",
  SQLITE_FULL: "the disk is full",
  SQLITE_IOERR: "it cannot be read or written",
  SQLITE_NOTADB: "it is something other than a database",
  SQLITE_CORRUPT: "it is damaged",
  SQLITE_READONLY: "it cannot be written",
};

/** Why a database file cannot be used and what to do, as a sentence for its operator; undefined for an error of another kind. */
export function databaseProblem(databasePath: string, error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  // SQLite's extended codes begin with the code that they tell more about: SQLITE_IOERR_READ.
  const reason = reasons[code] ?? reasons[/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? ""];
  return reason && `${databasePath} is no usable database: ${reason}. Mend that, or set DATABASE_PATH to another file.`;
}
