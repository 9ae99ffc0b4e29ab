import { findWrongRecords, makeManyCalls } from "./harness/many-calls.ts";
import type { Footprint } from "./harness/offscreen-footprint.ts";
import { readProfile } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("eight calls in a row leave eight right records, and nothing else behind", async ({
  browserContext,
  dialer,
  signedIn,
  stack,
}) => {
  const { balance } = await readProfile(signedIn);
  const measured: Footprint[] = [];
  const count = 8;
  await makeManyCalls({
    context: browserContext,
    dialer,
    count,
    every: 4,
    onMeasured: (_calls, footprint) => measured.push(footprint),
  });
  expect(await findWrongRecords({ stack, signedIn, postedBeforeMicros: balance.postedMicros, count })).toEqual([]);
  // Some of the last call's run on for seconds, beside the one that closes the document. What is left behind by each call adds up.
  expect(measured.at(-1)?.timers).toBeLessThan(count);
});
