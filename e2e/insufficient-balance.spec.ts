import { formatDollars } from "#shared/money.ts";
import { readProfile, readTransfers } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

test.use({ account: "owner" });

test("a call that the balance cannot pay is refused before dialling, with the sum it needs", async ({
  dialer,
  signedIn,
  stack,
}) => {
  const { balance } = await readProfile(signedIn);
  expect(balance.availableMicros).toBe(0);
  await dialer.call("+14155550100");

  await dialer.shows("Failed");
  await expect(dialer.reason()).toHaveText(/needs \$0\.0\d{3}/);
  await expect(dialer.figure("You have")).toHaveText(formatDollars(balance.availableMicros, { decimals: 4 }));
  await expect(dialer.figure("The call needs")).toHaveText(/^\$0\.0\d{3}$/);

  expect(await stack.listCarrierCalls()).toEqual([]);
  expect(readTransfers(stack.databasePath)).toEqual([]);
});
