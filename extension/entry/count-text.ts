const most = 999;

/** How many numbers a page has, in the four signs that a toolbar button has room for. Nothing where there are none. */
export function countText(count: number): string {
  if (count === 0) return "";
  return count > most ? `${most}+` : String(count);
}
