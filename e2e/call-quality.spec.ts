import { callQualityAnswerSchema } from "#shared/api/call-quality.ts";
import type { Locator, Page } from "playwright-core";
import { expectAccessible } from "./harness/accessible.ts";
import { readHistory } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";
import type { SignIn } from "./harness/sign-in.ts";

const echo = "+14155550100";
const goodNetwork = { lossShare: 0, burstMs: 0 };

// The mark takes three seconds to fall and five to rise, and the SDK measures once a second.
const marked = { timeout: 30_000 };

function mark(page: Page): Locator {
  return page.getByRole("button", { name: /^Call quality/ });
}

async function readQuality(signedIn: SignIn) {
  const [call] = await readHistory(signedIn);
  const answer = await fetch(`${signedIn.serverUrl}/api/calls/${call?.id}/quality`, {
    headers: { authorization: `Bearer ${signedIn.bearerToken}` },
  });
  return callQualityAnswerSchema.parse(await answer.json());
}

test("the mark falls when the network loses packets, says so, and rises when it is well again", async ({ dialer, stack }) => {
  await dialer.call(echo);
  await dialer.shows("Answered");
  await expect(mark(dialer.page)).toHaveAccessibleName("Call quality: good", marked);

  await stack.impairMedia({ lossShare: 0.25, burstMs: 0 });
  await expect(mark(dialer.page)).toHaveAccessibleName("Call quality: poor", marked);
  await expect(dialer.page.locator(".call-note")).toHaveText("Your network is losing packets.");
  await mark(dialer.page).click();
  const details = dialer.page.getByRole("region", { name: "Call quality" });
  await expect(details.getByText("Move closer to the router")).toBeVisible();
  await expect(details.getByRole("definition").first()).toBeVisible();
  await expectAccessible(dialer.page);
  await dialer.page.keyboard.press("Escape");

  await stack.impairMedia(goodNetwork);
  await expect(mark(dialer.page)).toHaveAccessibleName("Call quality: good", marked);
  await expect(dialer.page.locator(".call-note")).not.toContainText("packets");
  await dialer.hangUp();
});

test("how a bad call sounded is kept, with what the person says of it, and nobody is asked twice", async ({
  dialer,
  signedIn,
  stack,
}) => {
  await dialer.call(echo);
  await dialer.shows("Answered");
  await stack.impairMedia({ lossShare: 0.3, burstMs: 0 });
  await expect(mark(dialer.page)).toHaveAccessibleName("Call quality: poor", marked);
  await dialer.hasTalkedFor(10);
  await dialer.hangUp();
  await dialer.shows("Ended");

  const question = dialer.page.getByRole("group", { name: "How did the call sound?" });
  await question.getByRole("button", { name: "Bad" }).click();
  await expectAccessible(dialer.page);
  await dialer.page.getByRole("button", { name: "Choppy" }).click();
  await expect(dialer.page.getByText("Thank you.")).toBeVisible();
  await expect.poll(async () => (await readQuality(signedIn)).feedback).toEqual({ score: 1, issue: "choppy-audio" });
  const { quality } = await readQuality(signedIn);
  expect(quality?.lossPercent.max).toBeGreaterThan(10);
  expect(quality?.sampleCount).toBeGreaterThan(5);

  await dialer.page.reload();
  await dialer.shows("Ended");
  await expect(dialer.button("Done")).toBeVisible();
  await expect(question).toBeHidden();
  await expect(dialer.button("Rate the sound")).toBeHidden();
});

test("what a person copies for whoever helps has no number, name or address in it", async ({ browserContext, dialer, stack }) => {
  await browserContext.grantPermissions(["microphone", "clipboard-read", "clipboard-write"]);
  await dialer.call("+14155550103");
  await dialer.shows("Failed");
  await dialer.button("Copy diagnostics").click();
  await expect(dialer.page.getByText("Copied")).toBeVisible();
  const report = await dialer.page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain("Failure: busy");
  expect(report).toContain("Server address: http, this machine, a port of its own");
  expect(report).toMatch(/Voice SDK: 2\.\d+\.\d+/);
  expect(report).toMatch(/call\.failed\.busy/);
  expect(report).not.toContain("555");
  expect(report).not.toContain(new URL(stack.serverUrl).port);
});
