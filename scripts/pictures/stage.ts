import { rm } from "node:fs/promises";
import type { BrowserContext, Page } from "playwright-core";
import { launchChromium, makeProfile } from "../../e2e/harness/chromium-profile.ts";
import { Dialer } from "../../e2e/harness/dialer.ts";
import { extensionUrl } from "../../e2e/harness/extension-url.ts";
import { startPageServer } from "../../e2e/harness/page-server.ts";
import { signIn } from "../../e2e/harness/sign-in.ts";
import { startStack, type Stack } from "../../e2e/harness/stack.ts";

/** A browser with the extension, signed in to a server with the sandbox carrier, and a site with numbers. */
export interface Stage {
  context: BrowserContext;
  stack: Stack;
  siteUrl: string;
  dialer: Dialer;
  /** Opens a page of the extension in the tab that shows such pages. */
  open: (path: string) => Promise<Page>;
}

/** Sets the stage for one scene. Everything on it goes with `undo`. */
export async function setStage(language: string, undo: AsyncDisposableStack): Promise<Stage> {
  const stack = await startStack();
  undo.defer(() => stack.stop());
  const site = await startPageServer();
  undo.defer(() => site.close());
  const profileFolder = await makeProfile();
  undo.defer(() => rm(profileFolder, { recursive: true, force: true }));
  const context = await launchChromium(profileFolder, { headless: true, language });
  undo.defer(() => context.close());
  await context.grantPermissions(["microphone", "clipboard-read", "clipboard-write"]);
  const { serverUrl } = stack;
  await signIn({ context, serverUrl, account: "demo" });
  const dialer = await Dialer.open(context);
  const page = await context.newPage();
  const open = async (path: string) => {
    await page.goto(extensionUrl(path));
    return page;
  };
  return { context, stack, siteUrl: site.url, dialer, open };
}
