/**
 * Free text that no spreadsheet takes for a formula and runs. Amounts below zero must stay amounts, so this is not left to a
 * library, which would do it to every cell. https://owasp.org/www-community/attacks/CSV_Injection
 */
export function plainCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The text that plainCell was given, for whoever reads such a table. */
export function textOfCell(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
