import { requestCallAnswerSchema, type Call } from "#shared/api/calls.ts";
import { problemSchema } from "#shared/api/problem.ts";
import { contactIdSchema } from "#shared/ids.ts";
import { Hono } from "hono";
import { pino } from "pino";
import twilio from "twilio";
import { ulid } from "ulid";
import type { AppEnv } from "../../http/context.ts";
import { onError } from "../../http/on-error.ts";
import type { FindRate } from "../../rates/find-rate.ts";
import { cents, centASecond, newAccountId, newCallSid, number, startMs } from "../../store/contract/fixture.ts";
import { openDatabase } from "../../store/sqlite/database.ts";
import { openSqliteStore } from "../../store/sqlite/sqlite-store.ts";
import { postTopUp } from "../../wallet/top-up.ts";
import { createProfileRoutes } from "../../wallet/profile-routes.ts";
import { createCallRoutes } from "../call-routes.ts";
import { createCallerIdRoutes } from "../caller-id-routes.ts";
import { createQualityRoutes } from "../quality-routes.ts";
import { createStatisticsRoutes } from "../statistics-routes.ts";
import { createTransactionRoutes } from "../transaction-routes.ts";
import { createTwilioWebhooks } from "../twilio-webhooks.ts";
import { createVoiceTokenRoutes } from "../voice-token-routes.ts";
import { createFakeCarrier } from "./fake-carrier.ts";

export const publicUrl = "https://ringback.example";
export const authToken = "0123456789abcdef0123456789abcdef";
export const anyNumber = "+14155552671";

// A cent a second; no rate for New Zealand, and a dear one for satellite phones.
const findRate: FindRate = ({ to }) => {
  if (to.startsWith("+64")) return undefined;
  const perMinuteMicros = to.startsWith("+8816") ? cents(900) : centASecond.perMinuteMicros;
  return { rate: { ...centASecond, perMinuteMicros }, description: "Anywhere" };
};

const formType = "application/x-www-form-urlencoded";

/** Every route of the calls on an in-memory database, with a carrier and a clock that the test holds. */
export async function startCallServer({ balance = cents(1_000) } = {}) {
  let nowMs = startMs;
  const clock = () => nowMs;
  const database = openDatabase(":memory:");
  const store = openSqliteStore(database, { clock });
  const carrier = createFakeCarrier();
  const owner = await openAccount();
  const logger = pino({ level: "silent" });
  const deps = {
    store,
    contacts: store,
    carrier,
    findRate,
    clock,
    logger,
    publicUrl,
    twilioAuthToken: authToken,
    // The bearer is the account's id: whose session a token is is tested where sessions are made.
    readSession: async (headers: Headers) => signedIn(headers.get("authorization")?.replace("Bearer ", "")),
    issueVoiceToken: (identity: string) => ({ token: `token-of-${identity}`, identity, ttlSeconds: 60, sandboxSignalUrl: null }),
  };
  const app = new Hono<AppEnv>().route(
    "/api",
    new Hono<AppEnv>()
      .route("/", createCallRoutes(deps))
      .route("/", createQualityRoutes(deps))
      .route("/", createStatisticsRoutes(deps))
      .route("/", createTransactionRoutes(deps))
      .route("/", createProfileRoutes(deps))
      .route("/", createCallerIdRoutes(deps))
      .route("/", createVoiceTokenRoutes(deps))
      .route("/", createTwilioWebhooks(deps)),
  );
  app.onError(onError(logger));

  async function openAccount(amount = balance) {
    const accountId = newAccountId();
    await store.openAccount({ id: accountId, nowMs });
    const payment = { reference: "first", actor: "test", reason: "test", nowMs };
    if (amount > 0) await postTopUp(store, { accountId, amountMicros: amount, ...payment });
    return accountId;
  }

  async function send(
    method: "GET" | "POST" | "PUT",
    path: string,
    options: { body?: unknown; as?: string; headers?: Record<string, string> } = {},
  ) {
    const { body, as = owner, headers = {} } = options;
    return app.request(path, {
      method,
      headers: { authorization: `Bearer ${as}`, ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** A form as the carrier sends it, with what a test wants to be wrong about it. */
  async function webhook(path: string, form: Record<string, string>, forged: Forged = {}) {
    const signature = twilio.getExpectedTwilioSignature(
      forged.token ?? authToken,
      forged.url ?? `${publicUrl}${path}`,
      forged.signedForm ?? form,
    );
    return app.request(path, {
      method: "POST",
      headers: { "content-type": forged.contentType ?? formType, "x-twilio-signature": forged.signature ?? signature },
      body: forged.body ?? new URLSearchParams(form).toString(),
    });
  }

  async function requestCall(overrides: Record<string, unknown> = {}): Promise<Call> {
    const answer = await send("POST", "/api/calls", { body: { clientKey: crypto.randomUUID(), to: anyNumber, ...overrides } });
    if (answer.status !== 201) throw new Error(`Refused: ${await answer.text()}`);
    return requestCallAnswerSchema.parse(await answer.json()).call;
  }

  function voice(call: Call, parentSid: string, form: Record<string, string> = {}) {
    return webhook("/api/twilio/voice", { CallSid: parentSid, From: `client:${owner}`, callId: call.id, ...form });
  }

  return {
    app,
    store,
    database,
    carrier,
    clock,
    logger,
    owner,
    openAccount,
    send,
    webhook,
    requestCall,
    voice,
    get nowMs() {
      return nowMs;
    },
    setClock: (ms: number) => {
      nowMs = ms;
    },
    /** A call that has been asked for and connected: what the carrier then knows it by. */
    connectCall: async (overrides: Record<string, unknown> = {}) => {
      const call = await requestCall(overrides);
      const [parentSid, childSid] = [newCallSid(), newCallSid()];
      await voice(call, parentSid);
      return { call, parentSid, childSid };
    },
    readCall: async (call: Call) => {
      const row = await store.findCall(call.id);
      if (!row) throw new Error("The call is gone.");
      return row;
    },
    account: async () => {
      const account = await store.findAccount(owner);
      if (!account) throw new Error("The wallet is gone.");
      return account;
    },
    addContact: async (name: string, e164: string) => {
      const { contact } = await store.addContact({
        id: contactIdSchema.parse(`con_${ulid()}`),
        accountId: owner,
        name,
        number: number(e164),
        company: null,
        note: null,
        createdMs: nowMs,
        lastCalledMs: null,
      });
      return contact;
    },
  };
}

export type CallServer = Awaited<ReturnType<typeof startCallServer>>;

interface Forged {
  token?: string;
  url?: string;
  signedForm?: Record<string, string>;
  signature?: string;
  body?: string;
  contentType?: string;
}

function signedIn(accountId: string | undefined) {
  if (!accountId?.startsWith("acct_")) return undefined;
  return {
    userId: accountId,
    accountId: accountId as ReturnType<typeof newAccountId>,
    email: "owner@ringback.example",
    name: "Owner",
    role: "owner" as const,
    isDemo: false,
  };
}

/** The problem in an answer, which must be one. */
export async function problemOf(answer: Response) {
  if (answer.headers.get("content-type") !== "application/problem+json") throw new Error(`No problem: ${await answer.text()}`);
  return problemSchema.parse(await answer.json());
}
