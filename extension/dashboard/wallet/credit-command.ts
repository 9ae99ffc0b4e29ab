/** What the owner of a server types where it runs, to put money into a wallet. */
export function creditCommand(email: string): string {
  return `npm run cli -- credit ${shellWord(email)} 25.00 --reason "top-up"`;
}

/** One word to a POSIX shell, whatever is in it: an address may hold almost any character, and this is meant to be pasted. */
function shellWord(text: string): string {
  return /^[\w@.+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
