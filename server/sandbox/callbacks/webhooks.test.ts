import http from "node:http";
import type { AddressInfo } from "node:net";
import twilio from "twilio";
import { afterEach, describe, expect, it } from "vitest";
import { realScheduler } from "../scheduler.ts";
import { VirtualScheduler } from "../virtual-scheduler.ts";
import { attemptHttp, type Attempt, type AttemptRequest, type Outcome } from "./attempt.ts";
import { createWebhooks } from "./webhooks.ts";

const authToken = "0123456789abcdef0123456789abcdef";
const fields = { CallSid: "CA1", To: "+14155550100", name: "Zoë & Søn = 1+1" };

const ok: Outcome = { kind: "response", status: 200, contentType: "text/xml", body: Buffer.from("<Response/>") };
const unavailable: Outcome = { ...ok, status: 503 };
const notFound: Outcome = { ...ok, status: 404 };
const refused: Outcome = { kind: "not-connected", detail: "refused" };
const silent: Outcome = { kind: "not-read", detail: "silent" };

describe("retries", () => {
  it.each<[string, string, Outcome[], number]>([
    ["a failure to connect once", "", [refused, ok], 2],
    ["a failure to connect only once", "", [refused, refused, ok], 2],
    ["no 5xx", "", [unavailable, ok], 1],
    ["no read timeout", "", [silent, ok], 1],
    ["a 5xx when asked to", "#rc=5&rp=5xx,ct,rt", [unavailable, unavailable, ok], 3],
    ["a read timeout when asked to", "#rc=5&rp=5xx,ct,rt", [silent, refused, ok], 3],
    ["five times at most", "#rc=5&rp=5xx", Array.from({ length: 9 }, () => unavailable), 6],
    ["no 4xx unless asked to", "#rc=5&rp=5xx", [notFound, ok], 1],
    ["a 4xx when asked to", "#rc=2&rp=4xx", [notFound, ok], 2],
    ["nothing with rc=0", "#rc=0", [refused, ok], 1],
    ["everything with rp=all", "#rc=5&rp=all", [refused, silent, unavailable, notFound, ok], 5],
  ])("try again: %s", async (_, fragment, outcomes, attempts) => {
    const { scheduler, requests, send } = scripted(outcomes);
    const sent = send(`https://example.test/hook${fragment}`);
    await scheduler.advance(15_000);
    expect(requests).toHaveLength(attempts);
    await expect(sent).resolves.toBe(outcomes[attempts - 1]);
  });

  it("carry one idempotency token and one signature", async () => {
    const { scheduler, requests, send } = scripted([refused, ok]);
    void send("https://example.test/hook");
    void send("https://example.test/hook");
    await scheduler.advance(1000);
    const tokens = requests.map(({ headers }) => headers["I-Twilio-Idempotency-Token"]);
    expect(new Set(tokens).size).toBe(2);
    expect(tokens[0]).toBe(tokens[2]);
    expect(requests[0]?.headers["X-Twilio-Signature"]).toBe(requests[2]?.headers["X-Twilio-Signature"]);
  });

  it("stay within the total time, and so does each wait", async () => {
    const scheduler = new VirtualScheduler();
    const waits: number[] = [];
    const attempt: Attempt = async ({ readTimeoutMs }) => {
      waits.push(readTimeoutMs);
      await new Promise<void>((resolve) => {
        scheduler.after(readTimeoutMs, resolve);
      });
      return silent;
    };
    const webhooks = createWebhooks({ authToken, attempt, scheduler });
    const startMs = scheduler.nowMs();
    const url = "https://example.test/#rc=5&rp=rt&rt=4000&tt=10000";
    const end = webhooks.send({ url, method: "POST", fields }).then(() => scheduler.nowMs());
    await scheduler.advance(60_000);
    expect(waits).toEqual([4000, 4000, 10_000 - 8300]);
    expect((await end) - startMs).toBe(10_000);
  });
});

describe("a request to a webhook", () => {
  const closings: (() => void)[] = [];
  afterEach(() => {
    for (const close of closings.splice(0)) close();
  });

  async function listen(handle: http.RequestListener): Promise<string> {
    const server = http.createServer(handle);
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    closings.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  function realWebhooks() {
    const webhooks = createWebhooks({ authToken, attempt: attemptHttp, scheduler: realScheduler });
    closings.push(() => webhooks.close());
    return webhooks;
  }

  it.each(["POST", "GET"] as const)(
    "by %s carries its fields and a signature that the twilio library accepts",
    async (method) => {
      const seen: { url: string; signature: string; form: Record<string, string>; userAgent: string }[] = [];
      const origin = await listen((request, response) => {
        let body = "";
        request.on("data", (chunk: Buffer) => (body += chunk.toString()));
        request.on("end", () => {
          seen.push({
            url: `${origin}${request.url}`,
            signature: String(request.headers["x-twilio-signature"]),
            form: Object.fromEntries(new URLSearchParams(body)),
            userAgent: String(request.headers["user-agent"]),
          });
          response.setHeader("content-type", "text/xml").end("<Response/>");
        });
      });
      const outcome = await realWebhooks().send({ url: `${origin}/hook?a=b%20c#rc=2`, method, fields });
      expect(outcome).toMatchObject({ kind: "response", status: 200, contentType: "text/xml" });
      const [request] = seen;
      if (!request) throw new Error("Nothing arrived.");
      expect(request.userAgent).toBe("TwilioProxy/1.1");
      expect(twilio.validateRequest(authToken, request.signature, request.url, request.form)).toBe(true);
      expect(twilio.validateRequest("another token", request.signature, request.url, request.form)).toBe(false);
      const query = Object.fromEntries(new URL(request.url).searchParams);
      expect(method === "POST" ? request.form : query).toEqual(method === "POST" ? fields : { a: "b c", ...fields });
      expect(request.url.startsWith(`${origin}/hook?a=b%20c`)).toBe(true);
    },
  );

  it("that nobody listens to is not connected", async () => {
    const outcome = await realWebhooks().send({ url: "http://127.0.0.1:1/", method: "POST", fields });
    expect(outcome).toMatchObject({ kind: "not-connected", detail: expect.stringContaining("ECONNREFUSED") as string });
  });

  it("that is never answered is given up after the read timeout", async () => {
    const origin = await listen(() => {});
    const outcome = await realWebhooks().send({ url: `${origin}/#rt=100`, method: "POST", fields });
    expect(outcome).toEqual({ kind: "not-read", detail: "No answer within 100 ms." });
  });

  it("that is cut off in the middle of the answer is not read", async () => {
    const origin = await listen((request, response) => {
      response.writeHead(200, { "content-length": 100 });
      response.write("<Resp", () => request.socket.destroy());
    });
    await expect(realWebhooks().send({ url: origin, method: "POST", fields })).resolves.toMatchObject({ kind: "not-read" });
  });

  it("that is answered by more than a document can hold is given up", async () => {
    const origin = await listen((_, response) => response.end("x".repeat(1_100_000)));
    await expect(realWebhooks().send({ url: origin, method: "POST", fields })).resolves.toMatchObject({ kind: "too-large" });
  });

  it("ends when the carrier closes", async () => {
    const webhooks = realWebhooks();
    const origin = await listen(() => webhooks.close());
    await expect(webhooks.send({ url: `${origin}/#rp=all&rc=5`, method: "POST", fields })).resolves.toMatchObject({
      kind: "not-read",
    });
  });
});

function scripted(outcomes: Outcome[]) {
  const scheduler = new VirtualScheduler();
  const requests: AttemptRequest[] = [];
  const attempt: Attempt = (request) => Promise.resolve(outcomes[requests.push(request) - 1] ?? ok);
  const webhooks = createWebhooks({ authToken, attempt, scheduler });
  return { scheduler, requests, send: (url: string) => webhooks.send({ url, method: "POST", fields }) };
}
