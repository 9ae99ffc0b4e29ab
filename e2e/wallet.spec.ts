import { readFile } from "node:fs/promises";
import { addMicros, formatDollars, micros, parseDollars, toDecimalDollars, zeroMicros } from "#shared/money.ts";
import { parse } from "csv-parse/sync";
import { expectAccessible } from "./harness/accessible.ts";
import { credit, operate, ownerEmail, setLimits } from "./harness/operator.ts";
import { readHistory, readProfile } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";
import { Wallet } from "./harness/wallet.ts";

test.use({ account: "owner" });

test("money that comes in shows in the open wallet, with the line it came by", async ({ browserContext, signedIn, stack }) => {
  void signedIn;
  const wallet = await Wallet.open(browserContext);
  await expect(wallet.figure("Balance")).toHaveText("$0.00");
  await expect(wallet.section("Top up").locator("code")).toContainText(`credit ${ownerEmail} `);

  await credit(stack, "12.50", "cash on the counter");
  await expect(wallet.figure("Balance")).toHaveText("$12.50");
  await expect(wallet.lines()).toHaveCount(1);
  await expect(wallet.lines().first()).toContainText("cash on the counter");
  expect(await wallet.amounts(wallet.lines().first())).toEqual(["+$12.50", "$12.50"]);
});

test("a call is a line of the statement that adds up, and leads to its row in the history", async ({
  browserContext,
  dialer,
  signedIn,
  stack,
}) => {
  await credit(stack, "10.00");
  const wallet = await Wallet.open(browserContext);
  await dialer.call("+12125550102");
  await dialer.shows("Answered");
  await expect(wallet.figure("Held for calls in progress")).toHaveText(/^\$\d/);
  await dialer.shows("Ended");

  await expect(wallet.lines()).toHaveCount(2);
  await expectAccessible(wallet.page);
  const [call] = await readHistory(signedIn);
  if (!call) throw new Error("No call in the history.");
  const left = toDecimalDollars(micros(10_000_000 - call.chargedMicros), 4);
  expect(await wallet.amounts(wallet.lines().first())).toEqual([`−$${toDecimalDollars(call.chargedMicros, 4)}`, `$${left}`]);
  await expect(wallet.figure("Held for calls in progress")).toHaveCount(0);

  await wallet.lines().first().getByRole("link").click();
  await expect(wallet.page.getByRole("heading", { level: 1, name: "History" })).toBeVisible();
  await expect(wallet.page.locator("tr[aria-current]")).toContainText("+1 212 555 0102");
  await expect(wallet.page.locator("tr[aria-current]")).toBeFocused();
});

test("the exported statement is whole, and its changes add up to the balance", async ({ browserContext, signedIn, stack }) => {
  for (const cents of Array.from({ length: 27 }, (_, index) => index + 1)) {
    await credit(stack, toDecimalDollars(micros(cents * 10_000)), cents === 27 ? '=cmd, "quoted"' : `credit ${cents}`);
  }
  const wallet = await Wallet.open(browserContext);
  await expect(wallet.lines()).toHaveCount(25);
  const saved = wallet.page.waitForEvent("download");
  await wallet.page.getByRole("button", { name: "Export as CSV" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^ringback-statement-\d{4}-\d\d-\d\d\.csv$/);
  const rows: Record<string, string>[] = parse(await readFile(await download.path(), "utf8"), { columns: true, bom: true });

  expect(rows).toHaveLength(27);
  expect(rows[0]).toMatchObject({ what: `'=cmd, "quoted"`, change: "0.27" });
  const changes = rows.map(({ change }) => parseDollars(change ?? "") ?? zeroMicros);
  const { balance } = await readProfile(signedIn);
  expect(addMicros(...changes)).toBe(balance.postedMicros);
  expect(rows[0]?.["balance"]).toBe(toDecimalDollars(balance.postedMicros));

  await wallet.page.getByRole("button", { name: "Earlier lines" }).click();
  await expect(wallet.lines()).toHaveCount(27);
});

test("what the account may spend is said in words, and honoured before a call is made", async ({
  browserContext,
  dialer,
  signedIn,
  stack,
}) => {
  void signedIn;
  await credit(stack, "100.00");
  await setLimits(stack, "--per-call", "5.00", "--per-day", "20.00", "--countries", "US,DE");
  const wallet = await Wallet.open(browserContext);
  await expect(wallet.section("Limits")).toContainText(
    "At most $5.00 a call, $20.00 a day, $1.00 a minute. Up to 3 calls at once. Only to United States and Germany.",
  );
  await dialer.type("+14155550100");
  // At $0.0180 a minute.
  await expect(dialer.page.getByText("Your limit of $5.00 a call lasts for 4 hr 37 min.")).toBeVisible();
  await setLimits(stack, "--per-call", "none", "--per-day", "2.00");
  await expect(dialer.page.getByText("What is left of today’s $2.00 lasts for 1 hr 51 min.")).toBeVisible();
  await setLimits(stack, "--per-day", "none");
  await expect(dialer.page.getByText("Your balance lasts for 3 days.")).toBeVisible();
});

test("money taken back after it was spent is shown as owed, and calls as paused only when nothing is left", async ({
  browserContext,
  dialer,
  signedIn,
  stack,
}) => {
  await credit(stack, "4.00");
  await operate(stack, "take-back", ownerEmail, "10.00", "--reason", "disputed", "--reference", "dispute-1");
  const { balance } = await readProfile(signedIn);
  expect(balance).toMatchObject({ postedMicros: 0, owedMicros: 6_000_000 });

  const wallet = await Wallet.open(browserContext);
  await expect(wallet.figure("Owed")).toHaveText(formatDollars(balance.owedMicros));
  await expect(wallet.page.getByText("Calls are paused until a top-up pays it off.")).toBeVisible();
  await expect(dialer.page.getByText("You owe $6.00. Top up to call.")).toBeVisible();
  await expectAccessible(wallet.page);
  await expectAccessible(dialer.page);

  await credit(stack, "7.00");
  await expect(wallet.figure("Owed")).toHaveCount(0);
  await expect(wallet.figure("Balance")).toHaveText("$1.00");
  await expect(wallet.page.getByText("paused")).toHaveCount(0);
  await expect(dialer.page.getByText("You owe")).toHaveCount(0);
});
