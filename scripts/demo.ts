import { ensureChromium } from "./chromium.ts";
import { buildExtensionIfStale } from "./build-extension.ts";
import { runDemo } from "./demo/run-demo.ts";

// A real call from a click on a page to the row in the history, on this machine alone, with its records compared at the end.
process.env["CHROME_PATH"] = await ensureChromium();
await buildExtensionIfStale();

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interrupted.abort());

try {
  const disagreements = await runDemo(interrupted.signal);
  for (const line of disagreements) console.error(`The records do not agree: ${line}`);
  if (disagreements.length === 0) console.log("\nThe dialer, the history and the ledger agree to the micro-dollar.");
  process.exitCode = disagreements.length === 0 ? 0 : 1;
} catch (error) {
  // Whoever stops the demo takes the browser from under it, and needs no account of how that went.
  process.exitCode = interrupted.signal.aborted ? 130 : 1;
  if (!interrupted.signal.aborted) console.error("\nThe demo did not come to its end.", error);
}
