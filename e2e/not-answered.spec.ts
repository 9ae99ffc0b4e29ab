import { readHistory, readProfile, readTransfers } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

const cases = [
  { title: "busy", number: "+14155550103", status: "busy", says: /busy/i },
  { title: "nobody answers", number: "+14155550104", status: "no-answer", says: /answer/i },
  { title: "declined", number: "+14155550105", status: "busy", says: /busy|declined/i },
  { title: "not in service", number: "+14155550106", status: "failed", says: /could not complete the call/i },
];

for (const { title, number, status, says } of cases) {
  test(`${title}: the reason is said, nothing is charged and nothing stays held`, async ({ dialer, signedIn, stack }) => {
    const before = await readProfile(signedIn);
    await dialer.call(number);
    await expect(dialer.status()).toHaveText("Failed", { timeout: 75_000 });
    await expect(dialer.reason()).toHaveText(says);
    await expect(dialer.timer()).toHaveCount(0);

    await expect.poll(async () => (await readHistory(signedIn)).map((call) => call.status)).toEqual([status]);
    expect((await readProfile(signedIn)).balance).toEqual(before.balance);
    const [call] = await readHistory(signedIn);
    expect(readTransfers(stack.databasePath).filter(({ call_id }) => call_id === call?.id)).toEqual([]);
  });
}

test("a number that cannot exist is refused before anybody is asked, and stays in the field", async ({ dialer, signedIn }) => {
  await dialer.call("+1 000 000 0000");
  await expect(dialer.page.getByRole("alert")).toBeVisible();
  await expect(dialer.page.getByLabel("Number or name")).not.toHaveValue("");
  expect(await readHistory(signedIn)).toEqual([]);
});
