import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { proxy } from "hono/proxy";

/** What the server told the carrier to do with a call: TwiML. */
interface VoiceAnswer {
  twiml: string;
}

/**
 * Stands between the carrier and the server, at the address the server is known by, and can keep the carrier waiting: what a
 * test changes meanwhile has changed between a call's being asked for and its being connected.
 */
export interface WebhookGate {
  url: string;
  forwardTo(serverUrl: string): void;
  /** Keeps the next request to connect a call waiting. Resolves when the carrier has made it. */
  holdNextCall(): Promise<void>;
  /** Lets it through. Resolves with what the server answered. */
  letThrough(): Promise<VoiceAnswer>;
  close(): Promise<void>;
}

export async function startWebhookGate(): Promise<WebhookGate> {
  let target = "";
  let held: {
    asked: PromiseWithResolvers<void>;
    opened: PromiseWithResolvers<void>;
    answered: PromiseWithResolvers<VoiceAnswer>;
  };
  let isHolding = false;
  const app = new Hono();
  app.all("*", async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const forward = () => proxy(`${target}${pathname}${search}`, c.req);
    if (!isHolding || pathname !== "/api/twilio/voice") return forward();
    isHolding = false;
    held.asked.resolve();
    await held.opened.promise;
    const answer = await forward();
    held.answered.resolve({ twiml: await answer.clone().text() });
    return answer;
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
      resolve({
        url: `http://127.0.0.1:${port}`,
        forwardTo: (serverUrl) => (target = serverUrl),
        holdNextCall() {
          held = {
            asked: Promise.withResolvers(),
            opened: Promise.withResolvers(),
            answered: Promise.withResolvers(),
          };
          isHolding = true;
          return held.asked.promise;
        },
        letThrough() {
          held.opened.resolve();
          return held.answered.promise;
        },
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            // Carriers keep connections open for a next request, which a test will never make.
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
  });
}
