import { rm } from "node:fs/promises";
import { test as base } from "@playwright/test";
import type { BrowserContext } from "playwright-core";
import { copyProfile, launchChromium, makeProfile } from "./chromium-profile.ts";
import { Dialer } from "./dialer.ts";
import { startPageServer, type PageServer } from "./page-server.ts";
import { signIn, type SignIn } from "./sign-in.ts";
import { startStack, type Stack } from "./stack.ts";
import { StandingStack, type LentStack } from "./standing-stack.ts";
import type { WebhookGate } from "./webhook-gate.ts";

interface Fixtures {
  /** Settings of the server beyond those that every test has. */
  serverEnv: Record<string, string>;
  /** Between carrier and server, in the tests that put one there. */
  gate: WebhookGate | undefined;
  stack: Stack;
  pages: PageServer;
  /** Chromium with the built extension, a microphone, and leave to mark every site. */
  browserContext: BrowserContext;
  /** What the browser speaks. */
  language: string;
  /** Who is signed in when the test starts: the demo account, unless a test says otherwise with `test.use`. */
  account: "demo" | "owner";
  /** The popup, open in a tab, signed in. */
  dialer: Dialer;
  signedIn: SignIn;
}

interface WorkerFixtures {
  profileTemplate: string;
  standingStack: StandingStack;
}

/**
 * Nothing one test does can be felt by another. Each has its own browser and its own account; those that change what a server is, or who
 * owns it, or that break it, have their own server, carrier and database as well.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  profileTemplate: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a fixture needs off this pattern
    async ({}, use) => {
      const profileFolder = await makeProfile();
      await use(profileFolder);
      await rm(profileFolder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  standingStack: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const standing = new StandingStack();
      await use(standing);
      await standing.stop();
    },
    { scope: "worker" },
  ],
  account: ["demo", { option: true }],
  language: ["en", { option: true }],
  serverEnv: [{}, { option: true }],
  gate: [undefined, { option: true }],
  stack: async ({ account, serverEnv, gate, standingStack }, use, testInfo) => {
    const isOwn = account === "owner" || gate !== undefined || Object.keys(serverEnv).length > 0;
    const { stack, giveBack } = isOwn ? await startOwnStack({ serverEnv, gate }) : await standingStack.lend();
    await use(stack);
    const isSound = testInfo.status === testInfo.expectedStatus;
    if (!isSound) console.log(stack.serverOutput());
    await giveBack({ isSound });
  },
  // oxlint-disable-next-line no-empty-pattern -- as above
  pages: async ({}, use) => {
    const pages = await startPageServer();
    await use(pages);
    await pages.close();
  },
  browserContext: async ({ profileTemplate, language }, use) => {
    const profileFolder = await copyProfile(profileTemplate);
    const context = await launchChromium(profileFolder, { headless: true, language });
    await context.grantPermissions(["microphone"]);
    // A test begins where the welcome page has been dealt with: it is the only page that opens by itself, and would come to the front.
    const welcome = context.pages()[1] ?? (await context.waitForEvent("page"));
    await welcome.close();
    await use(context);
    await context.close();
    await rm(profileFolder, { recursive: true, force: true });
  },
  signedIn: async ({ browserContext, stack, account }, use) => {
    await use(await signIn({ context: browserContext, serverUrl: stack.serverUrl, account }));
  },
  dialer: async ({ browserContext, signedIn: _signedIn }, use) => {
    await use(await Dialer.open(browserContext));
  },
});

async function startOwnStack(options: Pick<Fixtures, "serverEnv" | "gate">): Promise<LentStack> {
  const stack = await startStack(options);
  return { stack, giveBack: () => stack.stop() };
}

export { expect } from "@playwright/test";
