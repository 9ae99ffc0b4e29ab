import { expect, test } from "vitest";
import { createLogger } from "./logger.ts";

function logged(entry: object): string {
  let text = "";
  createLogger("info", { write: (line) => void (text += line) }).info(entry, "said");
  return text;
}

test.each([
  { authorization: "hunter2" },
  { headers: { authorization: "hunter2", cookie: "hunter2" } },
  { request: { headers: { "set-auth-token": "hunter2" } } },
  { credentials: { authToken: "hunter2", apiKeySecret: "hunter2" } },
  { bearerToken: "hunter2" },
  { body: { password: "hunter2" } },
])("no secret of %j reaches the log", (entry) => {
  expect(logged(entry)).not.toContain("hunter2");
  expect(logged(entry)).toContain("[secret]");
});
