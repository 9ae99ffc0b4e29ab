import { voiceTokenAnswerSchema } from "#shared/api/voice.ts";
import { expect, test } from "vitest";
import { problemOf, startCallServer } from "./testing/call-server.ts";

test("POST /api/voice/token gives a token for the session's account, whatever the request says", async () => {
  const server = await startCallServer();
  const stranger = await server.openAccount();
  const answer = await server.send("POST", `/api/voice/token?identity=${stranger}`, { body: { identity: stranger } });
  expect(voiceTokenAnswerSchema.parse(await answer.json()).identity).toBe(server.owner);
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("POST /api/voice/token is for signed-in people", async () => {
  const server = await startCallServer();
  const answer = await server.send("POST", "/api/voice/token", { as: "nobody" });
  expect(await problemOf(answer)).toMatchObject({ status: 401 });
});
