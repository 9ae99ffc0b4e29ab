import { callerIdsAnswerSchema } from "#shared/api/caller-ids.ts";
import { listCallsAnswerSchema, requestCallAnswerSchema, type RequestCall } from "#shared/api/calls.ts";
import {
  listContactsAnswerSchema,
  lookupContactAnswerSchema,
  saveContactAnswerSchema,
  type SaveContact,
} from "#shared/api/contacts.ts";
import { profileSchema } from "#shared/api/profile.ts";
import { rateAnswerSchema } from "#shared/api/rates.ts";
import { serverInfoSchema } from "#shared/api/server-info.ts";
import { listTransactionsAnswerSchema, reportTransactionAnswerSchema, type ReportTransaction } from "#shared/api/transactions.ts";
import { voiceTokenAnswerSchema } from "#shared/api/voice.ts";
import type { CountryCode, E164 } from "#shared/phone-number.ts";
import { readAnswer, toAnswer, untilTimeout } from "./api-failure.ts";
import type { Session } from "./session-store.ts";

export interface ApiOptions {
  serverUrl: string;
  /** Undefined before anybody signed in; then only `serverInfo` succeeds. */
  bearerToken?: string | undefined;
  fetch?: typeof fetch;
}

type Page = { cursor?: string | undefined; limit?: number | undefined };

/** Options every question takes: a signal that gives up on it. */
export type Asking = { signal?: AbortSignal | undefined };

/**
 * The server, as the extension's own pages may ask it. Every method gives what the server answered, parsed by the schemas
 * both sides share, or an ApiFailure; none rejects for what a network or a server does.
 */
export function createApi({ serverUrl, bearerToken, fetch = globalThis.fetch }: ApiOptions) {
  const headers = { ...(bearerToken && { authorization: `Bearer ${bearerToken}` }) };
  const get = (path: string, query: Query = {}, { signal }: Asking = {}) =>
    fetch(`${serverUrl}${path}${toSearch(query)}`, { headers, signal: untilTimeout(signal) });
  const post = (path: string, body: unknown, { signal }: Asking = {}) =>
    fetch(`${serverUrl}${path}`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: untilTimeout(signal),
    });

  return {
    /** Whether there is a Ringback server at the address, and how one may come in. */
    serverInfo: (asking?: Asking) => readAnswer(get("/healthz", {}, asking), serverInfoSchema),
    profile: (asking?: Asking) => readAnswer(get("/api/user/profile", {}, asking), profileSchema),
    voiceToken: (asking?: Asking) => readAnswer(post("/api/voice/token", {}, asking), voiceTokenAnswerSchema),
    callerIds: (asking?: Asking) => readAnswer(get("/api/caller-ids", {}, asking), callerIdsAnswerSchema),

    requestCall: (call: RequestCall, asking?: Asking) => readAnswer(post("/api/calls", call, asking), requestCallAnswerSchema),
    listCalls: (page: Page = {}, asking?: Asking) => readAnswer(get("/api/calls", page, asking), listCallsAnswerSchema),
    reportTransaction: (report: ReportTransaction, asking?: Asking) =>
      readAnswer(post("/api/user/transactions", report, asking), reportTransactionAnswerSchema),
    listTransactions: (page: Page = {}, asking?: Asking) =>
      readAnswer(get("/api/user/transactions", page, asking), listTransactionsAnswerSchema),

    /** `to` may be written as a person types it when `region` is given. */
    rate: (query: { to: string; from?: E164 | undefined; region?: CountryCode | undefined }, asking?: Asking) =>
      readAnswer(get("/api/rates", query, asking), rateAnswerSchema),

    lookupContact: (query: { phone: string; region?: CountryCode | undefined }, asking?: Asking) =>
      readAnswer(get("/api/user/contacts/lookup", query, asking), lookupContactAnswerSchema),
    listContacts: (page: Page & { query?: string | undefined } = {}, asking?: Asking) =>
      readAnswer(get("/api/user/contacts", page, asking), listContactsAnswerSchema),
    saveContact: (contact: SaveContact, asking?: Asking) =>
      readAnswer(post("/api/user/contacts", contact, asking), saveContactAnswerSchema),

    /** The live stream as it comes; held open until `signal` aborts, with no time limit of its own. */
    openLiveStream: ({ signal, lastEventId }: { signal: AbortSignal; lastEventId: string | undefined }) =>
      toAnswer(
        fetch(`${serverUrl}/api/live`, {
          headers: {
            ...headers,
            accept: "text/event-stream",
            ...(lastEventId !== undefined && { "last-event-id": lastEventId }),
          },
          cache: "no-store",
          signal,
        }),
      ),
  };
}

export type Api = ReturnType<typeof createApi>;

/** The server of a session. */
export function createSessionApi(session: Session): Api {
  return createApi(session);
}

type Query = Record<string, string | number | undefined>;

function toSearch(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? "" : `?${search.toString()}`;
}
