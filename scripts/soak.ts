import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { launchChromium, makeProfile } from "../e2e/harness/chromium-profile.ts";
import { Dialer } from "../e2e/harness/dialer.ts";
import { findWrongRecords, makeManyCalls } from "../e2e/harness/many-calls.ts";
import type { Footprint } from "../e2e/harness/offscreen-footprint.ts";
import { readProfile } from "../e2e/harness/records.ts";
import { signIn } from "../e2e/harness/sign-in.ts";
import { startStack } from "../e2e/harness/stack.ts";
import { buildExtensionIfStale } from "./build-extension.ts";
import { ensureChromium } from "./chromium.ts";

// Many calls in a row in one browser: `npm run soak -- [--calls 200]`. Afterwards every record must be right, and nothing may have grown.
const { values } = parseArgs({ args: process.argv.slice(3), options: { calls: { type: "string", default: "200" } } });
const count = Number(values.calls);
/** By then caches are full and code is compiled. */
const settledAfter = 20;
const every = 20;

process.env["CHROME_PATH"] = await ensureChromium();
await buildExtensionIfStale();
await using undo = new AsyncDisposableStack();
const stack = await startStack();
undo.defer(() => stack.stop());
const profileFolder = await makeProfile();
undo.defer(() => rm(profileFolder, { recursive: true, force: true }));
const context = await launchChromium(profileFolder, { headless: true });
undo.defer(() => context.close());
await context.grantPermissions(["microphone"]);
const signedIn = await signIn({ context, serverUrl: stack.serverUrl, account: "demo" });
const { balance } = await readProfile(signedIn);

const measured: (Footprint & { calls: number })[] = [];
await makeManyCalls({
  context,
  dialer: await Dialer.open(context),
  count,
  every,
  onMeasured(calls, footprint) {
    measured.push({ calls, ...footprint });
    console.log(
      `${calls} calls: ${(footprint.heapBytes / 1024).toFixed(0)} kB, ${footprint.eventTargets} event targets, ${footprint.timers} timers`,
    );
  },
});
const wrong = await findWrongRecords({ stack, signedIn, postedBeforeMicros: balance.postedMicros, count });
for (const line of wrong) console.error(line);
const settled = measured.find(({ calls }) => calls >= settledAfter);
const last = measured.at(-1);
const grown = settled && last ? last.heapBytes / settled.heapBytes : undefined;
console.log(JSON.stringify({ soak: "calls", count, wrong: wrong.length, heapGrowthAfter20: grown, settled, last }));
// What each call left behind would add up; what the last one still waits for does not.
const isClean = wrong.length === 0 && last !== undefined && last.timers < settledAfter;
process.exitCode = isClean ? 0 : 1;
