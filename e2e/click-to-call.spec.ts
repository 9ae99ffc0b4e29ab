import { micros, parseDollars } from "#shared/money.ts";
import { priceCall } from "#shared/price-call.ts";
import { MarkedPage } from "./harness/marked-page.ts";
import { readHistory, readProfile, readTransactions, readTransfers } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

const echo = "+14155550100";

test("a click on a page becomes one call, charged once, in the history with every field", async ({
  browserContext,
  dialer,
  pages,
  signedIn,
  stack,
}) => {
  const before = await readProfile(signedIn);
  const page = await MarkedPage.open(browserContext, `${pages.url}/numbers.html`);
  await page.clickNumber("555-0100");
  await dialer.shows("Answered");

  await expect(dialer.figure("Rate")).toHaveText(/^\$\d\.\d{4}\/min$/);
  await expect(dialer.timer()).toHaveText("00:03");
  await dialer.hangUp();
  await dialer.shows("Ended");

  expect(await stack.listCarrierCalls()).toHaveLength(2);
  const history = await readHistory(signedIn);
  expect(history).toHaveLength(1);
  const [call] = history;
  if (!call) throw new Error("No call in the history.");
  expect(call).toMatchObject({
    toNumber: echo,
    status: "completed",
    country: "United States",
    callerIdType: expect.stringMatching(/^(verified|owned)$/),
  });
  expect(call.chargedMicros).toBe(priceCall(call.rate, call.durationSeconds));

  const [transaction, ...others] = await readTransactions(signedIn);
  expect(others).toEqual([]);
  expect(transaction).toEqual({
    type: "call",
    callId: call.id,
    toNumber: echo,
    fromNumber: call.fromNumber,
    country: "United States",
    duration: call.durationSeconds,
    cost: expect.any(String),
    status: "COMPLETED",
    contactId: call.contactId,
    callerIdType: call.callerIdType,
    createdAt: call.createdAt,
  });
  expect(parseDollars(transaction?.cost ?? "")).toBe(call.chargedMicros);

  const charges = readTransfers(stack.databasePath).filter((transfer) => transfer.call_id === call.id);
  expect(charges.map(({ kind, amount_micros }) => ({ kind, amount_micros }))).toEqual([
    { kind: "settle", amount_micros: call.chargedMicros },
  ]);
  const after = await readProfile(signedIn);
  expect(after.balance).toMatchObject({
    postedMicros: micros(before.balance.postedMicros - call.chargedMicros),
    heldMicros: 0,
    availableMicros: micros(before.balance.postedMicros - call.chargedMicros),
  });
});

test("a click on a tel: link calls, and does not leave the page", async ({ browserContext, dialer, pages, signedIn }) => {
  const page = await MarkedPage.open(browserContext, `${pages.url}/tel-links.html`);
  await page.page.getByRole("link", { name: "Call our office" }).click();
  await dialer.shows("Answered");
  expect(page.page.url()).toBe(`${pages.url}/tel-links.html`);
  await dialer.hangUp();
  await dialer.shows("Ended");
  expect((await readHistory(signedIn)).map(({ toNumber }) => toNumber)).toEqual([echo]);
});
