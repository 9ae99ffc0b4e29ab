import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Balance } from "#shared/api/profile.ts";
import { formatDollars } from "#shared/money.ts";
import { expect } from "@playwright/test";
import type { BrowserContext, Page } from "playwright-core";
import { Dialer } from "../../e2e/harness/dialer.ts";
import { extensionUrl } from "../../e2e/harness/extension-url.ts";
import { MarkedPage } from "../../e2e/harness/marked-page.ts";
import { readOffscreenAudio } from "../../e2e/harness/offscreen-audio.ts";
import { readProfile } from "../../e2e/harness/records.ts";
import { readSignIn, type SignIn } from "../../e2e/harness/sign-in.ts";
import { Welcome } from "../../e2e/harness/welcome.ts";
import type { Narrator } from "./narrator.ts";

export interface DemoOptions {
  context: BrowserContext;
  serverUrl: string;
  pageUrl: string;
  picturesFolder: string;
  narrator: Narrator;
}

export interface DemoCall {
  signedIn: SignIn;
  before: Balance;
  /** What the dialer showed after the call. */
  shownCost: string;
  /** The newest row of the history page, as text. */
  shownInHistory: string;
}

const talkSeconds = 4;

/** Does what a new user does: connects, opens a page, clicks a number, talks, presses digits, hangs up, looks at the history. */
export async function makeDemoCall({ context, serverUrl, pageUrl, picturesFolder, narrator }: DemoOptions): Promise<DemoCall> {
  let pictureCount = 0;
  const picture = async (page: Page, name: string) => {
    pictureCount += 1;
    await page.screenshot({ path: join(picturesFolder, `${String(pictureCount).padStart(2, "0")}-${name}.png`) });
  };

  const welcome = await Welcome.open(context);
  await welcome.connectToDemo(serverUrl);
  await picture(welcome.page, "welcome");
  const signedIn = await readSignIn(context);
  const { balance: before } = await readProfile(signedIn);
  narrator.tell("connected with a demo account", `balance ${formatDollars(before.postedMicros)}`);

  const dialer = await Dialer.open(context);
  await dialer.page.setViewportSize({ width: 360, height: 580 });
  await expect(dialer.page.getByText(formatDollars(before.postedMicros))).toBeVisible();
  await picture(dialer.page, "popup-idle");

  const marked = await MarkedPage.open(context, pageUrl);
  await marked.isMarked("555-0101");
  await picture(marked.page, "page");
  await marked.hoverNumber("555-0101");
  narrator.tell("numbers on the page are marked; one is under the pointer");
  await marked.cardIsOpen();
  await picture(marked.page, "page-with-card");

  const stopTelling = tellChanges(dialer, narrator);
  await marked.clickNumber("555-0101");
  narrator.tell("clicked +1 415 555 0101 on the page");
  await expect(dialer.status()).toHaveText(/Initiating|Calling/);
  await picture(dialer.page, "popup-calling");
  await dialer.shows("Answered");
  await expect(dialer.timer()).toHaveText(clock(talkSeconds));
  await picture(dialer.page, "popup-answered");

  const { packetsSent, packetsReceived, sentEnergy, receivedEnergy } = await readOffscreenAudio(context);
  narrator.tell(
    "sound goes both ways",
    `${packetsSent} packets sent with energy ${sentEnergy.toFixed(4)}, ${packetsReceived} received with ${receivedEnergy.toFixed(4)}`,
  );
  if (sentEnergy === 0 || receivedEnergy === 0) throw new Error("The call is silent.");

  await dialer.button("Mute").click();
  await expect(dialer.button("Unmute")).toBeVisible();
  narrator.tell("muted");
  await picture(dialer.page, "popup-muted");
  await dialer.button("Unmute").click();
  narrator.tell("unmuted");

  await dialer.button("Keypad").click();
  for (const digit of ["5", "#"]) {
    await dialer.pressKey(digit);
    narrator.tell(`pressed ${digit}`, "the menu says which digit it heard");
    await dialer.page.waitForTimeout(1500);
  }
  await picture(dialer.page, "popup-keypad");
  await dialer.hangUp();
  narrator.tell("hung up");
  await dialer.shows("Ended");
  await picture(dialer.page, "popup-ended");
  const shownCost = (await dialer.figure("Cost").textContent()) ?? "";
  await stopTelling();

  const history = await context.newPage();
  await history.goto(extensionUrl("options.html#/history"));
  const row = history.getByRole("row").filter({ hasText: "555 0101" });
  await expect(row).toBeVisible();
  await picture(history, "history");
  return { signedIn, before, shownCost, shownInHistory: await row.innerText() };
}

function clock(seconds: number): string {
  return `00:${String(seconds).padStart(2, "0")}`;
}

/** Prints what the dialer shows whenever it changes: status, seconds, cost and balance. Gives a function that stops it. */
function tellChanges(dialer: Dialer, narrator: Narrator): () => Promise<void> {
  const stopped = new AbortController();
  const told = (async () => {
    let last = "";
    // When a step fails the browser goes away under this loop; what failed is the other's to tell.
    while (!stopped.signal.aborted && !dialer.page.isClosed()) {
      const shown = await dialer.summary().catch(() => last);
      if (shown !== last) narrator.tell(`dialer: ${shown}`);
      last = shown;
      await setTimeout(100);
    }
  })();
  return async () => {
    stopped.abort();
    await told;
  };
}
