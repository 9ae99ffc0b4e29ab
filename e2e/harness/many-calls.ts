import { listCallsAnswerSchema, type Call } from "#shared/api/calls.ts";
import { priceCall } from "#shared/price-call.ts";
import { expect } from "@playwright/test";
import type { BrowserContext } from "playwright-core";
import type { Dialer } from "./dialer.ts";
import { measureFootprint, watchTimers, type Footprint } from "./offscreen-footprint.ts";
import { readProfile, readTransfers } from "./records.ts";
import type { SignIn } from "./sign-in.ts";
import type { Stack } from "./stack.ts";

// One of them hangs up by itself after a second, and one is hung up on.
const callees = ["+12125550101", "+14155550100"] as const;

interface ManyCalls {
  context: BrowserContext;
  dialer: Dialer;
  count: number;
  /** After how many calls it is measured what is left of them. */
  every: number;
  onMeasured: (calls: number, footprint: Footprint) => void;
}

/** Calls by click, one call after another, each to its end. */
export async function makeManyCalls({ context, dialer, count, every, onMeasured }: ManyCalls): Promise<void> {
  const { page } = dialer;
  for (let made = 1; made <= count; made += 1) {
    const callee = callees[made % callees.length] ?? callees[0];
    await dialer.call(callee);
    await expect(dialer.status()).toHaveText("Answered", { timeout: 30_000 });
    if (callee === callees[1]) {
      await dialer.hasTalkedFor(1);
      await dialer.hangUp();
    }
    await expect(dialer.status()).toHaveText("Ended", { timeout: 30_000 });
    await page.getByRole("button", { name: "Done" }).click();
    if (made === 1) await watchTimers(context);
    if (made % every === 0) onMeasured(made, await measureAtRest(context));
  }
}

const nothing = { tracks: 0, connections: 0, sockets: 0, sounds: 0 };

/** Measured when a call has let go of everything, which it does when its record is home, and within the time until the document closes. */
async function measureAtRest(context: BrowserContext): Promise<Footprint> {
  let footprint: Footprint | undefined;
  await expect
    .poll(
      async () => {
        footprint = await measureFootprint(context);
        return footprint;
      },
      { timeout: 15_000 },
    )
    .toMatchObject(nothing);
  if (!footprint) throw new Error("Nothing was measured.");
  return footprint;
}

interface Records {
  stack: Pick<Stack, "databasePath">;
  signedIn: SignIn;
  /** What the wallet had before the first call. */
  postedBeforeMicros: number;
  count: number;
}

/** Compares the history, the ledger and the wallet, and gives a sentence for each call or sum that is not right. */
export async function findWrongRecords({ stack, signedIn, postedBeforeMicros, count }: Records): Promise<string[]> {
  const wrong: string[] = [];
  const calls = await settledCalls(signedIn);
  if (calls.length !== count) wrong.push(`There are ${calls.length} calls in the history.`);
  const transfers = readTransfers(stack.databasePath);
  let chargedMicros = 0;
  for (const call of calls) {
    const ofCall = transfers.filter(({ call_id }) => call_id === call.id);
    const movedMicros = ofCall.reduce((sum, { amount_micros }) => sum + amount_micros, 0);
    chargedMicros += movedMicros;
    if (call.status !== "completed") wrong.push(`${call.id} is ${call.status}.`);
    // A call of less than a second may cost nothing.
    if (ofCall.length !== (call.chargedMicros > 0 ? 1 : 0)) wrong.push(`${call.id} was charged ${ofCall.length} times.`);
    if (movedMicros !== call.chargedMicros) wrong.push(`${call.id} cost ${call.chargedMicros}, and ${movedMicros} moved.`);
    if (call.chargedMicros !== priceCall(call.rate, call.durationSeconds)) wrong.push(`${call.id} is not priced by its rate.`);
  }
  const { balance } = await readProfile(signedIn);
  if (balance.heldMicros !== 0) wrong.push(`${balance.heldMicros} are still held.`);
  if (balance.postedMicros !== postedBeforeMicros - chargedMicros) wrong.push(`The wallet has ${balance.postedMicros}.`);
  return wrong;
}

/** The whole history, when the carrier's word on every call has come. */
async function settledCalls(signedIn: SignIn): Promise<Call[]> {
  let calls: Call[] = [];
  await expect
    .poll(
      async () => {
        calls = await readWholeHistory(signedIn);
        return calls.filter(({ status }) => status !== "completed").length;
      },
      { timeout: 30_000 },
    )
    .toBe(0);
  return calls;
}

async function readWholeHistory({ serverUrl, bearerToken }: SignIn): Promise<Call[]> {
  const calls: Call[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: "100", ...(cursor !== null && { cursor }) });
    const answer = await fetch(`${serverUrl}/api/calls?${query}`, { headers: { authorization: `Bearer ${bearerToken}` } });
    const page = listCallsAnswerSchema.parse(await answer.json());
    calls.push(...page.calls);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return calls;
}
