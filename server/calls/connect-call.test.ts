import { expect, test } from "vitest";
import { cents, newCallSid, setUp } from "../store/contract/fixture.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import { connectCall } from "./connect-call.ts";
import { createFakeCarrier, verifiedNumber } from "./testing/fake-carrier.ts";

test("a call that another server turns down at the same moment is answered with that server's reason", async () => {
  const { store, accountId, createCall } = await setUp(
    async ({ clock }) => openSqliteStore(openDatabase(":memory:"), { clock }),
    {
      balance: cents(1_000),
    },
  );
  const call = await createCall({ fromNumber: verifiedNumber });
  const clock = () => call.createdMs;
  const overtaken: typeof store = {
    ...store,
    async authoriseCall(asked) {
      await store.refuseCall({ callId: call.id, reason: "too_many_calls", nowMs: clock() });
      return store.authoriseCall(asked);
    },
  };
  const connected = await connectCall(
    { store: overtaken, carrier: createFakeCarrier(), clock },
    { callId: call.id, accountId, parentSid: newCallSid() },
  );
  expect(connected).toEqual({ ok: false, error: { why: "call_ended", reason: "too_many_calls" } });
});
