import { err, ok } from "#shared/result.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { saveDrafts } from "./host-notes.ts";
import { noteDrafts } from "./note-drafts.ts";

const stored = vi.hoisted(() => ({ session: {} as Record<string, unknown> }));
vi.mock("wxt/browser", () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => ({ [key]: stored.session[key] }),
        set: async (items: Record<string, unknown>) => void Object.assign(stored.session, structuredClone(items)),
      },
    },
  },
}));

const id = "call_01JQ0000000000000000000000";
const draft = (text: string) => noteDrafts.write({ [id]: { text, state: "saving" } });

beforeEach(() => {
  // One after the other is all that these tests ask of a lock.
  vi.stubGlobal("navigator", { locks: { request: (_name: string, run: () => unknown) => run() } });
});
afterEach(() => {
  stored.session = {};
  vi.unstubAllGlobals();
});

test("a note that the server took is not sent again, and is kept for those who have not heard of it", async () => {
  await draft("Ask for Ada");
  const save = vi.fn(async () => ok(undefined));
  expect(await saveDrafts(save)).toBe(true);
  expect(await saveDrafts(save)).toBe(true);
  expect(save).toHaveBeenCalledExactlyOnceWith({ id, note: "Ask for Ada" });
  expect(await noteDrafts.read()).toEqual({ [id]: { text: "Ask for Ada", state: "saved" } });
});

test("what is written while a note is being saved is kept", async () => {
  await draft("Ask");
  await saveDrafts(async () => {
    await draft("Ask for Ada");
    return ok(undefined);
  });
  expect(await noteDrafts.read()).toEqual({ [id]: { text: "Ask for Ada", state: "saving" } });
});

test("a note is kept, and said to be, while the server is away", async () => {
  await draft("Ask for Ada");
  expect(await saveDrafts(async () => err({ code: "server_unreachable" }))).toBe(false);
  expect(await noteDrafts.read()).toEqual({ [id]: { text: "Ask for Ada", state: "failed" } });
});

test("a note of a call that the server does not know is not sent for ever", async () => {
  await draft("Ask for Ada");
  const refuse = vi.fn(async () => err({ code: "not_found" as const }));
  expect(await saveDrafts(refuse)).toBe(true);
  expect(await saveDrafts(refuse)).toBe(true);
  expect(refuse).toHaveBeenCalledOnce();
});
