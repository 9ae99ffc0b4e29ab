import { describe, expect, it, vi } from "vitest";
import { createApi } from "./api.ts";

const serverUrl = "http://127.0.0.1:8787";

function serverThat(answer: () => Response | Promise<Response>) {
  const fetch = vi.fn(async (_input: unknown, _init?: RequestInit) => answer());
  return { fetch, api: createApi({ serverUrl, bearerToken: "secret", fetch }) };
}

describe("a question", () => {
  it("goes to the session's server with the token in its header", async () => {
    const { fetch, api } = serverThat(() => Response.json({ callerIds: [] }));
    await api.callerIds();
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe(`${serverUrl}/api/caller-ids`);
    expect(new Headers(init?.headers).get("authorization")).toBe("Bearer secret");
  });

  it("carries no token before anybody has signed in", async () => {
    const fetch = vi.fn(async (_input: unknown, _init?: RequestInit) => Response.json({}));
    await createApi({ serverUrl, fetch }).serverInfo();
    expect(new Headers(fetch.mock.calls[0]?.[1]?.headers).has("authorization")).toBe(false);
  });

  it("leaves out of the query what was not said, and escapes what was", async () => {
    const { fetch, api } = serverThat(() => Response.json({ found: false, contact: null }));
    await api.lookupContact({ phone: "+1 415", region: undefined });
    expect(fetch.mock.calls[0]?.[0]).toBe(`${serverUrl}/api/user/contacts/lookup?phone=%2B1+415`);
  });

  it("brings the token and the last event to the live stream, too", async () => {
    const { fetch, api } = serverThat(() => new Response(""));
    await api.openLiveStream({ signal: new AbortController().signal, lastEventId: "7" });
    const headers = new Headers(fetch.mock.calls[0]?.[1]?.headers);
    expect([headers.get("authorization"), headers.get("last-event-id")]).toEqual(["Bearer secret", "7"]);
  });
});

describe("an answer", () => {
  it("is parsed by the schema both sides share", async () => {
    const callerIds = [{ number: "+14155550199", type: "verified", label: "Office" }];
    const { api } = serverThat(() => Response.json({ callerIds, later: "Members of a later version are left out." }));
    expect(await api.callerIds()).toEqual({ ok: true, value: { callerIds } });
  });

  it("is a failure with the server's code and sentence when it is a problem", async () => {
    const { api } = serverThat(() =>
      Response.json(
        { type: "t", title: "No rate", status: 422, detail: "There is no rate for +999.", code: "no_rate" },
        { status: 422, headers: { "content-type": "application/problem+json" } },
      ),
    );
    expect(await api.profile()).toEqual({ ok: false, error: { code: "no_rate", detail: "There is no rate for +999." } });
  });

  it("is told in the server's words when it is a problem that this version has never heard of", async () => {
    const { api } = serverThat(() =>
      Response.json(
        { type: "t", title: "New", status: 422, detail: "Mondays are closed.", code: "closed_on_mondays" },
        { status: 422 },
      ),
    );
    expect(await api.profile()).toEqual({ ok: false, error: { code: "unexpected_answer", detail: "Mondays are closed." } });
  });

  it("keeps the figures of a problem", async () => {
    const problem = { type: "t", title: "Costly", status: 403, detail: "Too much.", code: "rate_too_high" };
    const figures = { perMinuteMicros: 9_000_000, maxPerMinuteMicros: 1_000_000 };
    const { api } = serverThat(() => Response.json({ ...problem, ...figures }, { status: 403 }));
    expect(await api.profile()).toEqual({ ok: false, error: { code: "rate_too_high", detail: "Too much.", ...figures } });
  });

  it.each([
    ["a page of another server", () => new Response("<h1>It works!</h1>")],
    ["a body of another version", () => Response.json({ rev: "one" })],
    ["an error that is no problem of ours", () => new Response("Bad gateway", { status: 502 })],
    [
      "a code of a later version",
      () => Response.json({ type: "t", title: "t", status: 418, detail: "d", code: "teapot" }, { status: 418 }),
    ],
  ])("is unexpected when it is %s", async (_what, answer) => {
    expect(await serverThat(answer).api.profile()).toMatchObject({ ok: false, error: { code: "unexpected_answer" } });
  });

  it("is a failure, not a rejection, when there is none", async () => {
    const { api } = serverThat(() => Promise.reject(new TypeError("Failed to fetch")));
    expect(await api.profile()).toMatchObject({ ok: false, error: { code: "server_unreachable" } });
  });
});
