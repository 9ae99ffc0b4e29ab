/**
 * Lines of a table whose columns stand under each other. `right` names the columns, by position, whose text ends rather than
 * begins in one line, as figures do.
 */
export function alignColumns(rows: readonly (readonly string[])[], { right = [] }: { right?: readonly number[] } = {}): string {
  const widths = rows.reduce<number[]>((widest, row) => {
    row.forEach((cell, column) => (widest[column] = Math.max(widest[column] ?? 0, cell.length)));
    return widest;
  }, []);
  const pad = (cell: string, column: number) =>
    right.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}
