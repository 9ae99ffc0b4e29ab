import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { readHistory } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

const shop = "http://shop.example";

for (const { why, site, permissions } of [
  { why: "that may write to the clipboard", permissions: ["microphone", "clipboard-write"] },
  { why: "that is denied the clipboard", permissions: ["microphone"] },
  { why: "without TLS, which has no clipboard", permissions: ["microphone"], site: shop },
]) {
  test(`a number is copied in full from a page ${why}`, async ({ browserContext, pages }) => {
    await browserContext.grantPermissions(permissions);
    const page = await browserContext.newPage();
    await page.route(`${shop}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ response: await page.request.get(`${pages.url}${pathname}`) });
    });
    await page.goto(`${site ?? pages.url}/gestures.html`);
    const marked = new MarkedPage(page);
    const card = await PageCard.on(page);
    // A page that listens first learns that something is copied, and not what.
    const seen = await page.evaluateHandle(() => {
      const copied: (string | undefined)[] = [];
      addEventListener("copy", (event) => copied.push(event.clipboardData?.getData("text/plain")), { capture: true });
      document.addEventListener("copy", () => copied.push("and went on"));
      return copied;
    });
    await marked.hoverNumber("415-555-0121");
    await card.press("Copy");
    await card.shows("Copied");
    expect((await seen.jsonValue()).join("")).toBe("");
    // Where it was pasted is what it was: a program may not read the clipboard unasked.
    const other = await browserContext.newPage();
    await other.setContent("<textarea></textarea>");
    await other.locator("textarea").focus();
    await other.keyboard.press("ControlOrMeta+V");
    await expect(other.locator("textarea")).toHaveValue("+14155550121");
  });
}

test("a contact is added on the options page, with the number filled in, and is on the card after that", async ({
  browserContext,
  pages,
  signedIn: _signedIn,
}) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/gestures.html`);
  const card = await PageCard.on(marked.page);
  await marked.hoverNumber("415-555-0121");
  const opened = browserContext.waitForEvent("page");
  await card.press("Add contact");
  const contacts = await opened;
  const dialog = contacts.getByRole("dialog");
  await expect(dialog.getByLabel("Number", { exact: true })).toHaveValue("+1 415 555 0121");
  await dialog.getByLabel("Name").fill("Ida Marlowe");
  await dialog.getByLabel("Company").fill("Marlowe & Wick");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => new URL(contacts.url()).hash).toBe("#/contacts");

  await marked.page.bringToFront();
  await marked.page.mouse.move(5, 5);
  await card.isClosed();
  await marked.hoverNumber("415-555-0121");
  await card.shows("Ida Marlowe", "Marlowe & Wick", "+1 415 555 0121");
  expect((await card.buttons()).map(({ label }) => label)).not.toContain("Add contact");
});

test("while a call goes on another is begun only by choosing to end the first", async ({
  browserContext,
  dialer,
  pages,
  signedIn,
}) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/gestures.html`);
  const card = await PageCard.on(marked.page);
  await marked.clickNumber("415-555-0100");
  await dialer.shows("Answered");
  await marked.clickNumber("415-555-0121");
  await card.shows(/Another call is in progress/);
  await dialer.shows("Answered");
  expect(await readHistory(signedIn)).toHaveLength(1);

  await card.press("End it and call this");
  await expect
    .poll(async () => (await readHistory(signedIn)).map(({ toNumber }) => toNumber))
    .toEqual(["+14155550121", "+14155550100"]);
  await card.shows("+1 415 555 0121", "Hang up");
  await card.press("Hang up");
  await expect(dialer.status()).toHaveText(/Ended|Failed/);
});

test("an extension is named before the call, and is there to be dialled again during it", async ({
  browserContext,
  dialer,
  pages,
  signedIn: _signedIn,
}) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/marks.html`);
  const card = await PageCard.on(marked.page);
  await marked.hoverNumber("(415) 555-0119 ext. 12");
  await card.shows("+1 415 555 0119 ext. 12", "Then sends 12");
  await card.press("Call");
  await dialer.shows("Answered");
  await card.shows("Dial ext. 12");
  await card.press("Hang up");
  await dialer.shows("Ended");
});

test("a number inside a link, a button or a field's label is the page's to be clicked", async ({
  browserContext,
  pages,
  dialer,
}) => {
  const page = await browserContext.newPage();
  await page.route("**/claimed.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en-US">
        <p><a href="#gone">See 415-555-0151</a></p>
        <p><label>Call me at 415-555-0152 <input type="checkbox"></label></p>
        <p>Free: 415-555-0153</p>`,
    }),
  );
  await page.goto(`${pages.url}/claimed.html`);
  const marked = new MarkedPage(page);
  const card = await PageCard.on(page);
  await marked.clickNumber("415-555-0151");
  await expect.poll(() => new URL(page.url()).hash).toBe("#gone");
  // The card of one covers the other.
  await page.mouse.move(5, 200);
  await card.isClosed();
  await marked.clickNumber("415-555-0152");
  await expect(page.getByRole("checkbox")).toBeChecked();
  await page.mouse.move(5, 200);
  await card.isClosed();

  await test.step("a click that only takes a selection back calls nobody", async () => {
    await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
    await marked.clickNumber("415-555-0153");
    await page.mouse.move(5, 200);
    await card.isClosed();
  });
  await expect(dialer.status()).toBeHidden();
});
