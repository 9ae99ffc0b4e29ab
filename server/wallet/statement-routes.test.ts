import { statementAnswerSchema } from "#shared/api/wallet.ts";
import { problemSchema } from "#shared/api/problem.ts";
import { Hono } from "hono";
import { expect, test } from "vitest";
import type { AppEnv } from "../http/context.ts";
import { cents, completed, newAccountId, setUp, startMs } from "../store/contract/fixture.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import { createStatementRoutes } from "./statement-routes.ts";

async function startWithCall() {
  const wallet = await setUp(async ({ clock }) => openSqliteStore(openDatabase(":memory:"), { clock }));
  let accountId = wallet.accountId;
  const routes = createStatementRoutes({
    store: wallet.store,
    readSession: async () => ({ userId: "u", accountId, email: "", name: "Ada", role: "member", isDemo: false }),
  });
  const app = new Hono<AppEnv>().route("/api", routes);
  const call = await wallet.connectedCall();
  wallet.setClock(startMs + 60_000);
  await wallet.store.recordFact({ callId: call.id }, completed(30));
  await wallet.store.recordFact({ callId: call.id }, completed(20, { isFinal: true }));
  const ask = async (query = "") => app.request(`/api/user/statement${query}`);
  return {
    ...wallet,
    call,
    ask,
    read: async (query = "") => statementAnswerSchema.parse(await (await ask(query)).json()),
    signInAs: (id: typeof accountId) => {
      accountId = id;
    },
  };
}

test("tells every movement, newest first, with whom the call was to and what was left after it", async () => {
  const { read, call } = await startWithCall();
  const { lines, nextCursor } = await read();
  expect(nextCursor).toBeNull();
  expect(lines).toMatchObject([
    { kind: "refund", changeMicros: cents(10), balanceAfterMicros: cents(980), callId: call.id, toNumber: call.toNumber },
    { kind: "settle", changeMicros: cents(-30), balanceAfterMicros: cents(970), callId: call.id, toNumber: call.toNumber },
    { kind: "topup", changeMicros: cents(1_000), balanceAfterMicros: cents(1_000), callId: null, toNumber: null },
  ]);
});

test("goes on page by page without losing or repeating a line, and with the same balances", async () => {
  const { read } = await startWithCall();
  const whole = (await read()).lines;
  const paged = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof read>> = await read(`?limit=1${cursor && `&cursor=${cursor}`}`);
    paged.push(...page.lines);
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(whole);
});

test("tells nobody of another's wallet", async () => {
  const { read, signInAs, store } = await startWithCall();
  const stranger = newAccountId();
  await store.openAccount({ id: stranger, nowMs: startMs });
  signInAs(stranger);
  expect((await read()).lines).toEqual([]);
});

test.each(["limit=0", "limit=101", "limit=many"])("refuses ?%s", async (query) => {
  const { ask } = await startWithCall();
  expect(problemSchema.parse(await (await ask(`?${query}`)).json()).code).toBe("bad_request");
});
