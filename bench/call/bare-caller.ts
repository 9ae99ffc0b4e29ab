import { randomUUID } from "node:crypto";
import { requestCallAnswerSchema } from "#shared/api/calls.ts";
import { voiceTokenAnswerSchema } from "#shared/api/voice.ts";
import type { BrowserContext, Page } from "playwright-core";
import type { z } from "zod";
import type { SignIn } from "../../e2e/harness/sign-in.ts";
import type { SdkPageServer } from "../../server/sandbox/sdk/serve-sdk-page.ts";
import { waitFor, type Caller } from "./caller.ts";
import { measuringScript, type Measuring } from "./measuring-script.ts";
import { WireWatch, type WireClock } from "./wire-watch.ts";

interface Harness {
  events: string[];
  start: (token: string, options: object) => void;
  register: () => void;
  connect: (params: Record<string, string>) => Promise<void>;
  hangUp: () => void;
  destroy: () => void;
}
type BareWindow = typeof globalThis & { harness: Harness; measuring: Measuring };

/**
 * A page with a button and the voice SDK, and nothing else: what anybody would write who wants to call from a page. The server has been asked
 * for the call before the click, which Ringback does after it.
 */
export async function openBareCaller(
  context: BrowserContext,
  { signedIn, to, sdkPages, clock }: { signedIn: SignIn; to: string; sdkPages: SdkPageServer; clock: WireClock },
): Promise<Caller> {
  const token = await post(signedIn, "/api/voice/token", {}, voiceTokenAnswerSchema);
  const page = await context.newPage();
  await page.addInitScript(measuringScript);
  await page.goto(sdkPages.pageUrl(token.sandboxSignalUrl ?? ""));
  const devTools = await context.newCDPSession(page);
  const wire = await WireWatch.on(
    {
      ask: (method) => devTools.send(method),
      on: (method, listener) => void devTools.on(method as "Network.webSocketFrameReceived", listener),
    },
    clock,
  );

  return {
    name: "a bare page",
    async warmUp() {
      await coolDown(page);
      await page.evaluate((given) => {
        const { harness } = globalThis as BareWindow;
        harness.start(given, {});
        harness.register();
      }, token.token);
      await waitFor("the bare page is registered", async () => ((await hasSeen(page, "registered")) ? true : undefined));
    },
    coolDown: () => coolDown(page),
    async call() {
      const clientKey = randomUUID();
      const { call } = await post(signedIn, "/api/calls", { clientKey, to }, requestCallAnswerSchema);
      await makeButton(page, { token: token.token, callId: call.id });
      wire.reset();
      await page.bringToFront();
      await page.click("button");
      const { clickedAtMs, audibleAtMs } = await waitFor("the bare page hears the far end", () => readMeasured(page));
      const ringingAtMs = await waitFor("the far end rings", async () => wire.arrivedAtMs("ringing"));
      return { ringingMs: ringingAtMs - clickedAtMs, audibleMs: audibleAtMs - clickedAtMs };
    },
    async hangUp() {
      await waitFor("the bare page is answered", async () => ((await hasSeen(page, "accept")) ? true : undefined));
      await page.evaluate(() => (globalThis as BareWindow).harness.hangUp());
      await waitFor("the bare page has hung up", async () => ((await hasSeen(page, "disconnect")) ? true : undefined));
    },
  };
}

async function coolDown(page: Page): Promise<void> {
  await page.reload();
}

function hasSeen(page: Page, event: string): Promise<boolean> {
  return page.evaluate((name) => (globalThis as BareWindow).harness.events.includes(name), event);
}

/** A button that calls, with a Device made before when there is one. */
async function makeButton(page: Page, given: { token: string; callId: string }): Promise<void> {
  await page.evaluate(({ token, callId }) => {
    const { harness } = globalThis as BareWindow;
    const button = document.createElement("button");
    button.textContent = "Call";
    button.addEventListener("click", () => {
      if (!harness.events.includes("registered")) harness.start(token, {});
      void harness.connect({ callId });
    });
    document.body.replaceChildren(button);
  }, given);
}

async function readMeasured(page: Page): Promise<{ clickedAtMs: number; audibleAtMs: number } | undefined> {
  const { clickedAtMs, audibleAtMs } = await page.evaluate(() => ({ ...(globalThis as BareWindow).measuring }));
  return clickedAtMs === undefined || audibleAtMs === undefined ? undefined : { clickedAtMs, audibleAtMs };
}

async function post<Schema extends z.ZodType>(
  { serverUrl, bearerToken }: SignIn,
  path: string,
  body: object,
  schema: Schema,
): Promise<z.output<Schema>> {
  const answer = await fetch(`${serverUrl}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${bearerToken}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}: ${await answer.text()}`);
  return schema.parse(await answer.json());
}
