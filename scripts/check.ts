import { runStep } from "./step.ts";

// Everything that needs no browser, no network and no database server.
const steps: [string, string, string[]][] = [
  // Makes the types of what the extension says, from extension/locales.
  ["types of words", "wxt", ["prepare"]],
  ["format", "oxfmt", ["--check", "."]],
  ["lint", "oxlint", []],
  ["types", "tsc", ["-b"]],
  ["unused code", "knip", []],
  ["unit tests", "vitest", ["run", "--project", "unit", "--project", "unit-apart"]],
];

for (const [title, command, args] of steps) {
  const { exitCode } = await runStep(title, command, args);
  if (exitCode !== 0) process.exit(exitCode);
}
