import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { readHistory } from "./harness/records.ts";
import { startRequestRecorder } from "./harness/request-recorder.ts";
import { expect, test } from "./harness/ringback-test.ts";
import { storeSignIn } from "./harness/sign-in.ts";

const lookUps = ["/api/rates", "/api/user/contacts/lookup"];

test("a card says what it knows while the server hangs over the rest, and a click calls all the same", async ({
  browserContext,
  dialer,
  pages,
  signedIn,
  stack,
}) => {
  const recorder = await startRequestRecorder(stack.serverUrl, { isHeld: (path) => lookUps.includes(path) });
  await storeSignIn(browserContext, { ...signedIn, serverUrl: recorder.url });
  const marked = await MarkedPage.open(browserContext, `${pages.url}/marks.html`);
  const card = await PageCard.on(marked.page);

  await marked.hoverNumber("+44 20 7946 0958");
  await card.shows("+44 20 7946 0958", "United Kingdom", /there$/, "Looking up the rate…");
  await expect.poll(() => lookUps.filter((path) => recorder.requests.some((request) => request.includes(path)))).toEqual(lookUps);

  await marked.clickNumber("415-555-0111");
  await dialer.shows("Answered");
  await dialer.hangUp();
  await dialer.shows("Ended");
  expect((await readHistory(signedIn)).map(({ toNumber }) => toNumber)).toEqual(["+14155550111"]);
  await recorder.close();
});
