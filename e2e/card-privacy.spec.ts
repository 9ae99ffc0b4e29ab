import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { startRequestRecorder } from "./harness/request-recorder.ts";
import { expect, test } from "./harness/ringback-test.ts";

const lines = Array.from({ length: 100 }, (_, index) => `415-555-01${String(index).padStart(2, "0")}`);

test("of a hundred numbers the server is asked about none before a card opens, and then about that one", async ({
  browserContext,
  pages,
  signedIn,
  stack,
}) => {
  const recorder = await startRequestRecorder(stack.serverUrl);
  // Straight into the storage, and with no page of the extension open: those have questions of their own.
  for (const open of browserContext.pages()) if (open.url().startsWith("chrome-extension:")) await open.close();
  const [worker] = browserContext.serviceWorkers();
  await worker?.evaluate((session) => chrome.storage.local.set({ session }), { ...signedIn, serverUrl: recorder.url });
  const page = await browserContext.newPage();
  const elsewhere: string[] = [];
  browserContext.on("request", (request) => {
    const isExpected = [pages.url, recorder.url].some((url) => request.url().startsWith(url));
    if (!isExpected) elsewhere.push(request.url());
  });
  await page.route("**/hundred.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en-US">${lines.map((line) => `<p>${line}</p>`).join("")}`,
    }),
  );
  await page.goto(`${pages.url}/hundred.html`);
  await expect.poll(() => page.evaluate(() => CSS.highlights.get("phone-number")?.size)).toBe(lines.length);
  expect(recorder.requests).toEqual([]);

  const marked = new MarkedPage(page);
  const card = await PageCard.on(page);
  await marked.hoverNumber("415-555-0142");
  await card.shows("+1 415 555 0142", /\/min$/);
  await expect
    .poll(() => recorder.requests.toSorted())
    .toEqual([
      "GET /api/rates?to=%2B14155550142",
      "GET /api/user/contacts/lookup?phone=%2B14155550142",
      // Leave to call, whoever it will be.
      "POST /api/voice/token",
    ]);
  await card.press("More");
  await card.shows(/Your own server was asked about this number, and about nothing else/);
  await page.keyboard.press("Escape");
  await card.isClosed();
  expect(recorder.requests).toHaveLength(3);
  expect(elsewhere).toEqual([]);
  await recorder.close();
});
