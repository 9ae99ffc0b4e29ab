import { demoAnswerSchema } from "#shared/api/server-info.ts";
import type { BrowserContext, Worker } from "playwright-core";
import { z } from "zod";
import { extensionUrl } from "./extension-url.ts";
import { workerOf } from "./outside-events.ts";

export interface SignIn {
  bearerToken: string;
  serverUrl: string;
}

/**
 * Signs the extension in without clicking through the welcome page, which has a test of its own. The demo account has
 * money; the owner's, made by signing up, has none.
 */
export async function signIn(options: {
  context: BrowserContext;
  serverUrl: string;
  account: "demo" | "owner";
}): Promise<SignIn> {
  const { context, serverUrl, account } = options;
  const worker = workerOf(context);
  const bearerToken = account === "demo" ? await openDemo(worker, serverUrl) : await signUp(worker, serverUrl);
  const session = { serverUrl, bearerToken };
  await storeSignIn(context, session);
  return session;
}

/** The session that somebody signed in to by hand. */
export async function readSignIn(context: BrowserContext): Promise<SignIn> {
  const page = await context.newPage();
  await page.goto(extensionUrl("popup.html"));
  const stored = await page.evaluate(() => chrome.storage.local.get("session"));
  await page.close();
  return signInSchema.parse(stored["session"]);
}

const signInSchema = z.object({ bearerToken: z.string(), serverUrl: z.string() });

/** Gives a browser a session that was opened before. */
export async function storeSignIn(context: BrowserContext, session: SignIn): Promise<void> {
  await workerOf(context).evaluate(async (stored) => {
    await chrome.storage.local.set({ session: stored, settings: { serverUrl: stored.serverUrl, defaultCountry: "US" } });
  }, session);
}

// From the extension, since the server answers no other origin.
async function openDemo(worker: Worker, serverUrl: string): Promise<string> {
  const answer = await worker.evaluate(async (url) => (await fetch(`${url}/api/demo`, { method: "POST" })).json(), serverUrl);
  return demoAnswerSchema.parse(answer).bearerToken;
}

async function signUp(worker: Worker, serverUrl: string): Promise<string> {
  const token = await worker.evaluate(async (url) => {
    const answer = await fetch(`${url}/api/auth/sign-up/email`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "owner@example.com", password: "correct horse battery", name: "Olive Owner" }),
    });
    return answer.headers.get("set-auth-token");
  }, serverUrl);
  if (!token) throw new Error("Signing up gave no token.");
  return token;
}
