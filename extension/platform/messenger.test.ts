import { err, ok } from "#shared/result.ts";
import { beforeEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import type { Exchange, Sender } from "./messenger.ts";

const extensionId = "lfgkcockknnapinhmfoejpfekpefjnpa";
type Listener = (message: unknown, sender: Sender, reply: (answer: unknown) => void) => unknown;

/** Chrome's message bus, as far as it matters: every listener hears every message, and the first to answer is heard. */
const bus = vi.hoisted(() => {
  const listeners = new Set<Listener>();
  const bus = {
    listeners,
    sender: {} as Sender,
    deliver: (message: unknown) =>
      new Promise((resolve, reject) => {
        const reply = (answer: unknown) => resolve(structuredClone(answer));
        const kept = [...listeners].map((listener) => listener(structuredClone(message), bus.sender, reply));
        if (!kept.includes(true)) reject(new Error("Could not establish connection. Receiving end does not exist."));
      }),
  };
  return bus;
});

vi.mock("wxt/browser", () => ({
  browser: {
    runtime: {
      id: extensionId,
      sendMessage: bus.deliver,
      onMessage: {
        addListener: (listener: Listener) => bus.listeners.add(listener),
        removeListener: (listener: Listener) => bus.listeners.delete(listener),
      },
    },
    tabs: { sendMessage: (_tabId: number, message: unknown) => bus.deliver(message) },
  },
}));

const { createChannel } = await import("./messenger.ts");

interface Doors {
  open: Exchange<{ door: string }, { wasShut: boolean }, { code: "locked" }>;
  shut: Exchange;
}

const ownPage: Sender = {
  id: extensionId,
  url: `chrome-extension://${extensionId}/popup.html`,
  origin: `chrome-extension://${extensionId}`,
};
const contentScript: Sender = { id: extensionId, url: "https://example.com/" };

beforeEach(() => {
  bus.listeners.clear();
  bus.sender = ownPage;
});

const handlers = () => ({ open: vi.fn(async () => ok({ wasShut: true })), shut: vi.fn(async () => ok(undefined)) });

describe("addressing", () => {
  it("brings a message to its addressee and nobody else", async () => {
    const worker = handlers();
    const offscreen = handlers();
    createChannel<Doors>("service-worker", "doors").serve(worker);
    createChannel<Doors>("offscreen", "doors").serve(offscreen);

    expect(await createChannel<Doors>("offscreen", "doors").send("open", { door: "front" })).toEqual(ok({ wasShut: true }));
    expect(offscreen.open).toHaveBeenCalledWith({ door: "front" }, ownPage);
    expect(worker.open).not.toHaveBeenCalled();
  });

  it("keeps the channels of one addressee apart", async () => {
    const doors = handlers();
    const windows = handlers();
    createChannel<Doors>("offscreen", "doors").serve(doors);
    createChannel<Doors>("offscreen", "windows").serve(windows);
    await createChannel<Doors>("offscreen", "windows").send("shut");
    expect(doors.shut).not.toHaveBeenCalled();
    expect(windows.shut).toHaveBeenCalledOnce();
  });

  it("says that there is no receiver, rather than throw", async () => {
    createChannel<Doors>("service-worker", "doors").serve(handlers());
    const outcome = await createChannel<Doors>("offscreen", "doors").send("shut");
    expect(outcome).toMatchObject({ ok: false, error: { code: "no_receiver" } });
  });

  it("leaves alone what other software sends, and names that only look like ours", async () => {
    const worker = handlers();
    createChannel<Doors>("service-worker", "doors").serve(worker);
    for (const message of [null, "open", { name: "open" }, { to: "service-worker", channel: "doors", name: "toString" }]) {
      for (const listener of bus.listeners) expect(listener(message, ownPage, () => {})).toBeUndefined();
    }
  });

  it("serves no more after it was stopped", async () => {
    const channel = createChannel<Doors>("service-worker", "doors");
    channel.serve(handlers())();
    expect(await channel.send("shut")).toMatchObject({ ok: false, error: { code: "no_receiver" } });
  });
});

describe("answers", () => {
  it("brings a refusal back as the value it is", async () => {
    const channel = createChannel<Doors>("service-worker", "doors");
    channel.serve({ ...handlers(), open: async () => err({ code: "locked" }) });
    expect(await channel.send("open", { door: "back" })).toEqual(err({ code: "locked" }));
  });

  it("turns a throw into a failure and writes it to the console, so that it does not vanish", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const channel = createChannel<Doors>("service-worker", "doors");
    channel.serve({
      ...handlers(),
      shut: () => {
        throw new Error("The hinge broke.");
      },
    });
    expect(await channel.send("shut")).toEqual(err({ code: "handler_failed", message: "The hinge broke." }));
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });
});

describe("who may ask", () => {
  it.each([
    ["a content script", contentScript],
    [
      "another extension",
      { id: "aaaabbbbccccddddeeeeffffgggghhhh", url: "chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/x.html" },
    ],
    ["a page whose address begins like ours", { id: extensionId, url: `chrome-extension://${extensionId}.example.com/` }],
    ["nobody in particular", {}],
  ] satisfies [string, Sender][])("refuses %s what only own pages may ask", async (_who, sender) => {
    bus.sender = sender;
    const worker = handlers();
    const channel = createChannel<Doors>("service-worker", "doors");
    channel.serve(worker);
    expect(await channel.send("shut")).toMatchObject({ ok: false, error: { code: "sender_refused" } });
    expect(worker.shut).not.toHaveBeenCalled();
  });

  it("answers a content script on a channel that is meant for it, which must parse what it got", async () => {
    bus.sender = contentScript;
    const channel = createChannel<Doors>("service-worker", "doors");
    channel.serveContentScripts({
      open: async (request) => {
        expectTypeOf(request).toBeUnknown();
        return ok({ wasShut: false });
      },
      shut: async () => ok(undefined),
    });
    expect(await channel.send("open", { door: "front" })).toEqual(ok({ wasShut: false }));
  });
});

it("lets only the messages of its protocol through the compiler", () => {
  const channel = createChannel<Doors>("service-worker", "doors");
  expectTypeOf(channel.send<"open">)
    .parameter(1)
    .toEqualTypeOf<{ door: string }>();
  expectTypeOf(channel.send<"shut">).parameters.toEqualTypeOf<[name: "shut"]>();
  // @ts-expect-error A handler is missing.
  void (() => channel.serve({ shut: async () => ok(undefined) }));
});
