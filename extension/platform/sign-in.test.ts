import { afterEach, beforeEach, expect, it, vi } from "vitest";

const kept = vi.hoisted(() => new Map<string, unknown>());

vi.mock("wxt/browser", () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: kept.get(key) }),
        set: async (items: Record<string, unknown>) => Object.entries(items).forEach(([key, value]) => kept.set(key, value)),
        remove: async (key: string) => kept.delete(key),
      },
    },
  },
}));

const { signIn, signOut, startDemo } = await import("./sign-in.ts");
const serverUrl = "http://127.0.0.1:8787";
const ada = { email: "ada@example.com", password: "correct horse" };
const fetch = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => {
  kept.clear();
  fetch.mockReset();
  vi.stubGlobal("fetch", fetch);
});
afterEach(() => vi.unstubAllGlobals());

it("keeps the signed token of the header, not the half of it in the body", async () => {
  fetch.mockResolvedValue(Response.json({ token: "half" }, { headers: { "set-auth-token": "half.signature" } }));
  const session = { serverUrl, bearerToken: "half.signature" };
  expect(await signIn(serverUrl, ada)).toEqual({ ok: true, value: session });
  expect(kept.get("session")).toEqual(session);
});

it("keeps no session when the password is wrong, and says so in the server's words", async () => {
  const problem = {
    type: "t",
    title: "t",
    status: 401,
    detail: "The e-mail address or the password is wrong.",
    code: "unauthorized",
  };
  fetch.mockResolvedValue(Response.json(problem, { status: 401 }));
  expect(await signIn(serverUrl, ada)).toMatchObject({ ok: false, error: { detail: problem.detail } });
  expect(kept.size).toBe(0);
});

it("signs in to a demo account with one question", async () => {
  fetch.mockResolvedValue(Response.json({ bearerToken: "demo.signature" }));
  expect(await startDemo(serverUrl)).toMatchObject({ ok: true, value: { bearerToken: "demo.signature" } });
  expect(fetch).toHaveBeenCalledOnce();
});

it("forgets the session here even when the server cannot be told", async () => {
  kept.set("session", { serverUrl, bearerToken: "half.signature" });
  fetch.mockRejectedValue(new TypeError("Failed to fetch"));
  await signOut();
  expect(kept.size).toBe(0);
  expect(fetch.mock.calls[0]?.[0]).toBe(`${serverUrl}/api/auth/sign-out`);
});
