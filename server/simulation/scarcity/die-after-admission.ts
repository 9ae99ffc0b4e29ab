import type { AccountId } from "#shared/ids.ts";
import { micros, multiplyMicros } from "#shared/money.ts";
import { priceCall } from "#shared/price-call.ts";
import type { Carrier } from "../../carrier.ts";
import { err, ok } from "#shared/result.ts";
import { parseTwiml } from "../../sandbox/twiml/parse-twiml.ts";
import { centASecond, newAccountId, newCall, newCallSid, startMs } from "../../store/contract/fixture.ts";
import type { CallRow } from "../../store/store.ts";
import { webhookPaths } from "../../twilio/webhook-urls.ts";
import { postTopUp } from "../../wallet/top-up.ts";
import { voiceForm } from "../carrier/forms.ts";
import { guardSeconds } from "../carrier/legs.ts";
import { signedForm } from "../carrier/webhook-line.ts";
import type { SimulatedDatabase } from "../database/simulated-database.ts";
import type { Failure } from "../machine/power.ts";
import { startSimulatedServer, type SimulatedServer } from "../machine/simulated-server.ts";
import { modelPrice } from "../prices.ts";

const asking = 200;
const affordable = 10;
const longestSeconds = 598;

export interface Aftermath {
  /** How many answers let a call through, of those that the carrier got before the server died. */
  admitted: number;
  hasDied: boolean;
  /** What all of those calls may cost, reckoned from the TwiML: each to the end of its limit and the guard. */
  worstMicros: number;
  postedMicros: number;
  /** What the books say is held. */
  heldMicros: number;
}

/** Many callers of one wallet connect at the same moment, and the server dies of the given failure somewhere in the middle of that. */
export async function dieAfterAdmission(database: SimulatedDatabase, failure: Failure): Promise<Aftermath> {
  let hasDied = false;
  const server = await startSimulatedServer({
    database,
    clock: () => startMs,
    findRate: () => undefined,
    carrierFor: () => silentCarrier,
    onLogged: () => undefined,
    onFailed: () => void (hasDied = true),
  });
  const { accountId, calls } = await prepare(server);
  server.power.failAt(failure);
  const limits = (await Promise.all(calls.map((call) => connect(server, call)))).filter((limit) => limit !== undefined);
  const account = (await database.readBooks()).accounts.get(accountId);
  if (!account) throw new Error("The wallet is gone.");
  const worst = limits.map((limitSeconds) => modelPrice(centASecond, limitSeconds + guardSeconds));
  const worstMicros = worst.reduce((sum, price) => sum + price, 0);
  return { admitted: limits.length, hasDied, worstMicros, postedMicros: account.postedMicros, heldMicros: account.heldMicros };
}

/** A wallet with money for some calls of the longest that one may be, and many that stand ready. */
async function prepare({ store }: SimulatedServer): Promise<{ accountId: AccountId; calls: CallRow[] }> {
  const accountId = newAccountId();
  const maxPerCallMicros = priceCall(centASecond, longestSeconds + guardSeconds);
  await store.openAccount({ id: accountId, nowMs: startMs, maxConcurrentCalls: asking, maxPerCallMicros });
  // A little is left over, so that the last grant is one for what is left or none.
  const amountMicros = micros(multiplyMicros(maxPerCallMicros, affordable) + 10_000);
  await postTopUp(store, { accountId, amountMicros, reference: "all", actor: "test", reason: "test", nowMs: startMs });
  const made = await Promise.all(Array.from({ length: asking }, () => store.createCall(newCall(accountId))));
  return { accountId, calls: made.map(({ call }) => call) };
}

/** The time limit that a caller was given; undefined for one who was turned away, or heard nothing. */
async function connect(server: SimulatedServer, { id: callId, accountId }: CallRow): Promise<number | undefined> {
  const form = voiceForm({ sid: newCallSid(), accountId, callId });
  const answer = await server.request(webhookPaths.voice, signedForm(webhookPaths.voice, form));
  const [verb] = answer?.status === 200 ? parseTwiml(answer.body).verbs : [];
  return verb?.verb === "Dial" ? verb.timeLimitSeconds : undefined;
}

/** A carrier that nobody gets an answer from: the callers are let through without it. */
const unreachable = async () => err({ kind: "unreachable", message: "The carrier does not answer." } as const);
const silentCarrier: Carrier = {
  hangUp: unreachable,
  fetchCall: unreachable,
  listChildren: async () => ok([]),
  callerIds: unreachable,
  voicePrices: unreachable,
};
