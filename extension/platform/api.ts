import type { AppType } from "#server/app.ts";
import { callQualityAnswerSchema, keptAnswerSchema, type CallFeedback, type CallQuality } from "#shared/api/call-quality.ts";
import { callerIdsAnswerSchema } from "#shared/api/caller-ids.ts";
import { callNoteAnswerSchema, listCallsAnswerSchema, requestCallAnswerSchema, type RequestCall } from "#shared/api/calls.ts";
import { callStatisticsAnswerSchema, type Period } from "#shared/api/call-statistics.ts";
import type { CallFilterQuery } from "#shared/api/call-filter.ts";
import {
  importContactsAnswerSchema,
  listContactsAnswerSchema,
  lookupContactAnswerSchema,
  removeContactAnswerSchema,
  saveContactAnswerSchema,
  type ImportContacts,
  type SaveContact,
} from "#shared/api/contacts.ts";
import type { lowBalanceSchema } from "#shared/api/limits.ts";
import { profileSchema, type Profile } from "#shared/api/profile.ts";
import { rateAnswerSchema } from "#shared/api/rates.ts";
import { serverInfoSchema } from "#shared/api/server-info.ts";
import { listTransactionsAnswerSchema, reportTransactionAnswerSchema, type ReportTransaction } from "#shared/api/transactions.ts";
import { voiceTokenAnswerSchema } from "#shared/api/voice.ts";
import { statementAnswerSchema, topUpAnswerSchema, type TopUpRequest } from "#shared/api/wallet.ts";
import type { CallId, ContactId } from "#shared/ids.ts";
import type { CountryCode, E164 } from "#shared/phone-number.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { hc } from "hono/client";
import { z } from "zod";
import { readAnswer, toAnswer, untilTimeout, type ApiFailure } from "./api-failure.ts";
import type { Session } from "./session-store.ts";

export interface ApiOptions {
  serverUrl: string;
  /** Undefined before anybody signed in; then only `serverInfo` succeeds. */
  bearerToken?: string | undefined;
  fetch?: typeof fetch;
}

/** Options every question takes: a signal that gives up on it. */
export type Asking = { signal?: AbortSignal | undefined };

/** A profile, or that it is still the one that was asked about. `etag` names it for the next question. */
export type ProfileNews = { isNew: false } | { isNew: true; profile: Profile; etag: string | undefined };

type Page = { cursor?: string | undefined; limit?: number | undefined };

/**
 * The server, as the extension's own pages may ask it. Every method gives what the server answered, parsed by the schemas
 * both sides share, or an ApiFailure; none rejects for what a network or a server does.
 */
export function createApi({ serverUrl, bearerToken, fetch = globalThis.fetch }: ApiOptions) {
  const headers: Record<string, string> = bearerToken === undefined ? {} : { authorization: `Bearer ${bearerToken}` };
  const { healthz, api } = hc<AppType>(serverUrl, { headers, fetch });

  return {
    /** Whether there is a Ringback server at the address, and how one may come in. */
    serverInfo: (asking?: Asking) => readAnswer(healthz.$get({}, until(asking)), serverInfoSchema),
    /** What the server's clock says, within half a second and the way there and back. */
    serverTimeMs: (asking?: Asking) => readServerTime(healthz.$get({}, until(asking))),
    profile: (asking?: Asking) => readAnswer(api.user.profile.$get({}, until(asking)), profileSchema),
    /** The profile, unless it is still the one that `etag` names: then nothing but that is sent. */
    profileNews: ({ etag, ...asking }: Asking & { etag: string | undefined }) =>
      readProfileNews(
        api.user.profile.$get(
          {},
          { ...until(asking), headers: { ...headers, ...(etag !== undefined && { "if-none-match": etag }) } },
        ),
      ),
    voiceToken: (asking?: Asking) => readAnswer(api.voice.token.$post({}, until(asking)), voiceTokenAnswerSchema),
    callerIds: (asking?: Asking) => readAnswer(api["caller-ids"].$get({}, until(asking)), callerIdsAnswerSchema),

    requestCall: (call: RequestCall, asking?: Asking) =>
      readAnswer(api.calls.$post({ json: call }, until(asking)), requestCallAnswerSchema),
    /** Tells how a call sounded. Telling it again changes nothing. */
    tellQuality: ({ callId, quality }: { callId: CallId; quality: CallQuality }, asking?: Asking) =>
      readAnswer(api.calls[":id"].quality.$put({ param: { id: callId }, json: quality }, until(asking)), keptAnswerSchema),
    /** Tells what the person says of a call, once. */
    tellFeedback: ({ callId, feedback }: { callId: CallId; feedback: CallFeedback }, asking?: Asking) =>
      readAnswer(api.calls[":id"].feedback.$put({ param: { id: callId }, json: feedback }, until(asking)), keptAnswerSchema),
    callQuality: (callId: CallId, asking?: Asking) =>
      readAnswer(api.calls[":id"].quality.$get({ param: { id: callId } }, until(asking)), callQualityAnswerSchema),
    listCalls: (page: Page & CallFilterQuery = {}, asking?: Asking) =>
      readAnswer(api.calls.$get({ query: toQuery(page) }, until(asking)), listCallsAnswerSchema),
    setCallNote: ({ id, note }: { id: CallId; note: string }, asking?: Asking) =>
      readAnswer(api.calls[":id"].note.$put({ param: { id }, json: { note } }, until(asking)), callNoteAnswerSchema),
    /** What the calls that a filter lets through come to; by periods of a time zone, if asked. */
    callStatistics: (query: CallFilterQuery & { by?: Period | undefined; timeZone?: string | undefined } = {}, asking?: Asking) =>
      readAnswer(api.statistics.calls.$get({ query: toQuery(query) }, until(asking)), callStatisticsAnswerSchema),
    reportTransaction: (report: ReportTransaction, asking?: Asking) =>
      readAnswer(api.user.transactions.$post({ json: report }, until(asking)), reportTransactionAnswerSchema),
    listTransactions: (page: Page = {}, asking?: Asking) =>
      readAnswer(api.user.transactions.$get({ query: toQuery(page) }, until(asking)), listTransactionsAnswerSchema),

    /** `to` may be written as a person types it when `region` is given. */
    rate: (query: { to: string; from?: E164 | undefined; region?: CountryCode | undefined }, asking?: Asking) =>
      readAnswer(api.rates.$get({ query: { ...toQuery(query), to: query.to } }, until(asking)), rateAnswerSchema),

    lookupContact: (query: { phone: string; region?: CountryCode | undefined }, asking?: Asking) =>
      readAnswer(
        api.user.contacts.lookup.$get({ query: { ...toQuery(query), phone: query.phone } }, until(asking)),
        lookupContactAnswerSchema,
      ),
    listContacts: (page: Page & { query?: string | undefined } = {}, asking?: Asking) =>
      readAnswer(api.user.contacts.$get({ query: toQuery(page) }, until(asking)), listContactsAnswerSchema),
    saveContact: (contact: SaveContact, asking?: Asking) =>
      readAnswer(api.user.contacts.$post({ json: contact }, until(asking)), saveContactAnswerSchema),

    changeContact: ({ id, ...contact }: SaveContact & { id: ContactId }, asking?: Asking) =>
      readAnswer(
        api.user.contacts[":contactId"].$put({ param: { contactId: id }, json: contact }, until(asking)),
        saveContactAnswerSchema,
      ),
    removeContact: (id: ContactId, asking?: Asking) =>
      readAnswer(api.user.contacts[":contactId"].$delete({ param: { contactId: id } }, until(asking)), removeContactAnswerSchema),
    /** At most `mostImported` at once. */
    importContacts: (contacts: ImportContacts, asking?: Asking) =>
      readAnswer(api.user.contacts.import.$post({ json: contacts }, until(asking)), importContactsAnswerSchema),

    /** What moved in and out of the wallet, newest first. */
    statement: (page: Page = {}, asking?: Asking) =>
      readAnswer(api.user.statement.$get({ query: toQuery(page) }, until(asking)), statementAnswerSchema),
    /** Sets from which balance on the person is told that it is low; 0 for never. */
    setLowBalance: (level: z.input<typeof lowBalanceSchema>, asking?: Asking) =>
      readAnswer(api.user["low-balance"].$put({ json: level }, until(asking)), z.unknown()),
    /** Asks for a page to pay on by card. */
    topUp: (topUp: TopUpRequest, asking?: Asking) =>
      readAnswer(api.user["top-ups"].$post({ json: topUp }, until(asking)), topUpAnswerSchema),

    /** The live stream as it comes; held open until `signal` aborts, with no time limit of its own. */
    openLiveStream: ({ signal, lastEventId }: { signal: AbortSignal; lastEventId: string | undefined }) =>
      toAnswer(
        api.live.$get(
          {},
          {
            headers: { ...headers, ...(lastEventId !== undefined && { "last-event-id": lastEventId }) },
            init: { signal, cache: "no-store" },
          },
        ),
      ),
  };
}

export type Api = ReturnType<typeof createApi>;

/** The server of a session. */
export function createSessionApi(session: Session): Api {
  return createApi(session);
}

// The header counts whole seconds, cut: on average half a second has gone by.
const cutMs = 500;

async function readServerTime(asked: Promise<Response>): Promise<Result<number, ApiFailure>> {
  const answer = await toAnswer(asked);
  if (!answer.ok) return answer;
  const atMs = Date.parse(answer.value.headers.get("date") ?? "");
  return Number.isNaN(atMs) ? err({ code: "unexpected_answer" }) : ok(atMs + cutMs);
}

async function readProfileNews(asked: Promise<Response>): Promise<Result<ProfileNews, ApiFailure>> {
  const answer = await toAnswer(asked);
  if (!answer.ok) return answer;
  if (answer.value.status === 304) return ok({ isNew: false });
  const profile = await readAnswer(Promise.resolve(answer.value), profileSchema);
  if (!profile.ok) return profile;
  return ok({ isNew: true, profile: profile.value, etag: answer.value.headers.get("etag") ?? undefined });
}

function until({ signal }: Asking = {}) {
  return { init: { signal: untilTimeout(signal) } };
}

/** A query as it travels: without what was not said. */
function toQuery(query: Record<string, string | number | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}
