interface Source {
  /** From the extension's folder, "shell/party.ts". */
  path: string;
  code: string;
}

/** What the extension is made of, without its tests. */
export function extensionSources(): Source[] {
  return listed(import.meta.glob<string>("/extension/**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true })).filter(
    ({ path }) => !/\.test\.tsx?$|(^|\/)testing\/|\.d\.ts$/.test(path),
  );
}

/** How it looks. */
export function extensionStyles(): Source[] {
  return listed(import.meta.glob<string>("/extension/**/*.css", { query: "?raw", import: "default", eager: true }));
}

function listed(files: Record<string, string>): Source[] {
  return Object.entries(files).map(([path, code]) => ({ path: path.replace("/extension/", ""), code }));
}
