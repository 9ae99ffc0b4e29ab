import { callerIdsAnswerSchema } from "#shared/api/caller-ids.ts";
import { expect, test } from "vitest";
import { problemOf, startCallServer } from "./testing/call-server.ts";

test("GET /api/caller-ids lists the carrier's numbers, the default first", async () => {
  const server = await startCallServer();
  const answer = await server.send("GET", "/api/caller-ids");
  const { callerIds } = callerIdsAnswerSchema.parse(await answer.json());
  expect(callerIds).toEqual(server.carrier.callerIdList);
});

test("GET /api/caller-ids says so when the carrier does not answer", async () => {
  const server = await startCallServer();
  server.carrier.failure = { kind: "unreachable", message: "timeout" };
  expect(await problemOf(await server.send("GET", "/api/caller-ids"))).toMatchObject({
    status: 503,
    code: "carrier_unavailable",
  });
});
