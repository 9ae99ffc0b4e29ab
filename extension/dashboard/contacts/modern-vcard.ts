/**
 * A vCard of version 2.1, as Android still writes them, in the words of 3.0: parameters with names ("TEL;CELL" is "TEL;TYPE=CELL"),
 * and text as it is instead of quoted-printable (RFC 2045, 6.7). Newer ones are left alone. Takes lines that may be folded.
 */
export function modernVcard(lines: readonly string[]): string[] {
  return lines.some((line) => /^VERSION:2\.1\s*$/i.test(line)) ? unfoldQuoted(lines).map(modernLine) : [...lines];
}

/** In quoted-printable a line that ends with an equals sign goes on in the next. */
function unfoldQuoted(lines: readonly string[]): string[] {
  const unfolded: string[] = [];
  for (const line of lines) {
    const last = unfolded.at(-1);
    if (last !== undefined && last.endsWith("=") && isQuoted(last))
      unfolded[unfolded.length - 1] = last.slice(0, -1) + line.trimStart();
    else unfolded.push(line);
  }
  return unfolded;
}

function isQuoted(line: string): boolean {
  return /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(line);
}

function modernLine(line: string): string {
  if (/^VERSION:/i.test(line)) return "VERSION:3.0";
  const [head = "", ...rest] = line.split(":");
  const [name, ...parameters] = head.split(";");
  if (rest.length === 0 || parameters.length === 0) return line;
  const value = rest.join(":");
  const named = parameters
    .filter((parameter) => !/^(?:ENCODING=|CHARSET=|QUOTED-PRINTABLE$)/i.test(parameter))
    .map((parameter) => (parameter.includes("=") ? parameter : `TYPE=${parameter}`));
  return `${[name, ...named].join(";")}:${isQuoted(line) ? decodeQuoted(value) : value}`;
}

function decodeQuoted(value: string): string {
  const bytes = value.replaceAll(/=([0-9A-F]{2})|([^=]+)/gi, (_part, code: string | undefined, plain: string | undefined) =>
    code === undefined ? encodeURIComponent(plain ?? "") : `%${code}`,
  );
  try {
    return decodeURIComponent(bytes).replaceAll(/\r?\n/g, String.raw`\n`);
  } catch {
    // Not UTF-8, which is all that phones have written for years: the text as it stands is better than none.
    return value;
  }
}
