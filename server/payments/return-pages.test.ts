import { expect, test } from "vitest";
import { createReturnPages, returnPaths } from "./return-pages.ts";

test.each([
  [returnPaths.paid, "Your balance grows as soon as your payment is confirmed."],
  [returnPaths.left, "Your card was not charged."],
])("%s says how it went, in a page that may load and run nothing", async (path, sentence) => {
  const answer = await createReturnPages().request(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toContain("text/html");
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("script-src");
  const page = await answer.text();
  expect(page).toContain(sentence);
  expect(page).toContain("You can close this page.");
  expect(page).not.toMatch(/<script|src=|href=/);
});
