import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expectAccessible } from "./harness/accessible.ts";
import { extensionUrl } from "./harness/extension-url.ts";
import { expect, test } from "./harness/ringback-test.ts";

const rows = (page: Page) => page.locator(".contact-row");

test("a contact is added, found by initials and without accents, changed, deleted and taken back", async ({
  browserContext,
  signedIn,
}) => {
  void signedIn;
  const page = await browserContext.newPage();
  await page.goto(extensionUrl("options.html#/contacts"));
  await page.getByRole("button", { name: "Add a contact" }).click();
  await expectAccessible(page);
  await page.getByLabel("Name", { exact: true }).fill("Zoë Núñez");
  await page.getByLabel("Number", { exact: true }).fill("(415) 555-0142");
  await page.getByLabel("Note (optional)").fill("Met in Lyon");
  await page.getByRole("button", { name: "Save" }).click();
  const zoe = rows(page).filter({ hasText: "Zoë Núñez" });
  await expect(zoe).toContainText("+1 415 555 0142");

  for (const query of ["zn", "NUNEZ", "555-0142"]) {
    await page.getByLabel("Search contacts").fill(query);
    await expect(rows(page)).toHaveCount(1);
    await expect(zoe).toBeVisible();
  }
  await page.getByLabel("Search contacts").fill("qqqq");
  await expect(page.getByRole("heading", { name: "Nobody matches “qqqq”" })).toBeVisible();
  await page.getByLabel("Search contacts").fill("");

  await page.getByRole("button", { name: "Edit Zoë Núñez" }).click();
  await expect(page.getByLabel("Note (optional)")).toHaveValue("Met in Lyon");
  await page.getByLabel("Company (optional)").fill("Café Größe");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(zoe).toContainText("Café Größe");

  await page.getByRole("button", { name: "Delete Zoë Núñez" }).click();
  await expect(zoe).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(zoe).toContainText("Café Größe");
  await page.getByRole("button", { name: "Add a contact" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Somebody else");
  await page.getByLabel("Number", { exact: true }).fill("415 555 0142");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
});

test("a file is looked at before it is imported, with its faults by line, and comes out again", async ({
  browserContext,
  signedIn,
}) => {
  void signedIn;
  const page = await browserContext.newPage();
  await page.goto(extensionUrl("options.html#/contacts"));
  await expect(rows(page).first()).toBeVisible();
  const before = await rows(page).count();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const text = "name,number,note\nAda Lovelace,+44 20 7946 0018,=hello\nNobody,call me,\nAgain,+442079460018,\n";
  await page
    .getByLabel("A vCard or CSV file")
    .setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await expect(page.getByRole("heading", { name: "1 contact to import" })).toBeVisible();
  await expect(page.getByText("Line 3: call me is no phone number.")).toBeVisible();
  await expect(page.getByText("Line 4: +442079460018 is in the file already.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Import" }).click();
  await expect(page.getByText("Added: 1. Replaced: 0. Kept as they were: 0.")).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(rows(page).filter({ hasText: "Ada Lovelace" })).toBeVisible();
  expect(await rows(page).count()).toBe(before + 1);

  await page.getByRole("button", { name: "Export" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "As vCard" }).click();
  const card = await readFile(await (await saved).path(), "utf8");
  expect(card).toContain("FN:Ada Lovelace");
  expect(card).toContain("+442079460018");
});

test("of ten thousand contacts only those in sight are made, and the last is a scroll away", async ({
  browserContext,
  signedIn,
}) => {
  const headers = { authorization: `Bearer ${signedIn.bearerToken}`, "content-type": "application/json" };
  for (let first = 0; first < 10_000; first += 200) {
    const contacts = Array.from({ length: 200 }, (_, index) => ({
      name: `Person ${String(first + index).padStart(5, "0")}`,
      number: `+1212${String(2_000_000 + first + index)}`,
    }));
    const body = JSON.stringify({ contacts, onDuplicate: "keep" });
    const answer = await fetch(`${signedIn.serverUrl}/api/user/contacts/import`, { method: "POST", headers, body });
    expect(await answer.json()).toMatchObject({ added: 200 });
  }
  const page = await browserContext.newPage();
  await page.goto(extensionUrl("options.html#/contacts"));
  await expect(rows(page).filter({ hasText: "Person 00000" })).toBeVisible();
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect(rows(page).filter({ hasText: "Person 09999" })).toBeVisible({ timeout: 100 });
  }).toPass({ intervals: [50] });
  expect(await rows(page).count()).toBeLessThan(60);
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByLabel("Search contacts").fill("person 05000");
  await expect(rows(page)).toHaveCount(1);
});
