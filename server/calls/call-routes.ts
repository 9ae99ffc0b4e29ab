import {
  callNoteAnswerSchema,
  callNoteParamSchema,
  callNoteSchema,
  listCallsAnswerSchema,
  listCallsQuerySchema,
  requestCallAnswerSchema,
  requestCallSchema,
} from "#shared/api/calls.ts";
import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { describeAnswer } from "../http/describe-answer.ts";
import { problem } from "../http/problem.ts";
import { requireAccount, type ReadSession } from "../http/require-account.ts";
import { validate } from "../http/validate.ts";
import type { Store } from "../store/store.ts";
import { toCall } from "../wallet/to-call.ts";
import { answerOnce, type AnswerOnceDeps } from "./answer-once.ts";
import { callRefusal } from "./call-refusal.ts";
import { isEverything, toCallFilter } from "./to-call-filter.ts";
import { requestCall, type RequestCallDeps } from "./request-call.ts";

export interface CallRoutesDeps extends RequestCallDeps {
  store: RequestCallDeps["store"] & AnswerOnceDeps["store"] & Pick<Store, "listCalls" | "setCallNote">;
  readSession: ReadSession;
}

/** `POST /calls` asks to place a call, once for each client key. `GET /calls` lists them, newest first. `PUT /calls/:id/note` keeps a note. */
export function createCallRoutes(deps: CallRoutesDeps) {
  return new Hono<AppEnv>()
    .post(
      "/calls",
      describeAnswer("Ask to place a call", 201, requestCallAnswerSchema),
      requireAccount(deps.readSession),
      validate("json", requestCallSchema),
      async (c) => {
        const request = c.req.valid("json");
        return answerOnce(c, deps, {
          key: `call:${request.clientKey}`,
          body: request,
          answer: async () => {
            const requested = await requestCall(deps, c.var.signedIn.accountId, request);
            if (!requested.ok) return callRefusal(c, requested.error);
            return c.json({ call: toCall(requested.value) }, 201);
          },
        });
      },
    )
    .get(
      "/calls",
      describeAnswer("List calls, newest first", 200, listCallsAnswerSchema),
      requireAccount(deps.readSession),
      validate("query", listCallsQuerySchema),
      async (c) => {
        const { cursor, limit, ...wanted } = c.req.valid("query");
        const filter = toCallFilter(wanted);
        const page = await deps.store.listCalls(c.var.signedIn.accountId, {
          limit,
          ...(cursor !== undefined && { cursor }),
          ...(!isEverything(filter) && { filter }),
        });
        return c.json({ calls: page.items.map(toCall), nextCursor: page.nextCursor });
      },
    )
    .put(
      "/calls/:id/note",
      describeAnswer("Write down a note about a call", 200, callNoteAnswerSchema),
      requireAccount(deps.readSession),
      validate("param", callNoteParamSchema),
      validate("json", callNoteSchema),
      async (c) => {
        const { accountId } = c.var.signedIn;
        const { note } = c.req.valid("json");
        const call = await deps.store.setCallNote({ accountId, callId: c.req.valid("param").id, note: note || null });
        return call ? c.json({ call: toCall(call) }) : problem(c, "not_found", "There is no such call in your history.");
      },
    );
}
