import { expectAccessible } from "./harness/accessible.ts";
import { extensionUrl } from "./harness/extension-url.ts";
import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { expect, test } from "./harness/ringback-test.ts";
import { expectSpeaks, expectWords, readWords, wordsLeftOut } from "./harness/words.ts";

const spoken = [
  { locale: "de", direction: "ltr" },
  { locale: "es", direction: "ltr" },
  { locale: "ar", direction: "rtl" },
] as const;

for (const language of spoken) {
  const { locale } = language;
  test.describe(`a browser that speaks ${locale}`, () => {
    test.use({ language: locale });

    test("has a dialer that does, before, during and after a call", async ({ dialer }) => {
      const { page } = dialer;
      const words = await readWords(locale);
      const shows = (key: string) => expect(dialer.status()).toHaveText(words.get(key) ?? "");
      await expect(page.locator(".number-input")).toBeVisible();
      await expectSpeaks(page, language);
      await expectAccessible(page);
      await page.locator(".number-input").fill("+14155550100");
      await page.keyboard.press("Enter");
      await shows("shell.status.answered");
      await expectSpeaks(page, language);
      await expectAccessible(page);
      await page.locator(".button-stop, .hang-up").last().click();
      await shows("shell.status.ended");
      await expectSpeaks(page, language);
    });

    test("has a dashboard and a welcome page that do", async ({ browserContext, signedIn: _signedIn }) => {
      const page = await browserContext.newPage();
      const paths = [
        ...["history", "contacts", "wallet", "settings"].map((route) => `options.html#/${route}`),
        ...["connect", "microphone", "sites", "try"].map((step) => `welcome.html#${step}`),
      ];
      for (const path of paths) {
        await test.step(path, async () => {
          await page.goto(extensionUrl(path));
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expect(page.locator(".skeleton, .skeleton-rows")).toHaveCount(0);
          await expectSpeaks(page, language);
          await expectAccessible(page);
        });
      }
    });

    test("has cards that do, on a page in another language", async ({ browserContext, pages, signedIn: _signedIn }) => {
      const marked = await MarkedPage.open(browserContext, `${pages.url}/marks.html`);
      const card = await PageCard.on(marked.page);
      const words = await readWords(locale);
      await marked.hoverNumber("(415) 555-0119 ext. 12");
      await card.shows(words.get("card.call") ?? "", /0[.,]0/);
      await card.press(words.get("card.more") ?? "");
      await card.shows(words.get("card.notOnThisSite") ?? "");
      expectWords(await card.lines(), { english: await wordsLeftOut(locale) });
      await card.openUp();
      expect(await card.speech()).toMatchObject({ language: expect.stringMatching(`^${locale}`), direction: language.direction });
      await expectAccessible(marked.page);
    });
  });
}
