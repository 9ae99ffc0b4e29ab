import { vi } from "vitest";

type Reply = (answer: unknown) => void;
type MessageListener = (message: unknown, sender: unknown, reply: Reply) => unknown;
type ChangeListener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

/** Chrome as a service worker sees it, as far as hosting a call goes. The test plays the pages and the offscreen document. */
export interface FakeChrome {
  /** What stands in for `browser`. */
  browser: unknown;
  stored: { local: Map<string, unknown>; session: Map<string, unknown> };
  /** Which contexts are there, besides the worker itself. */
  contexts: Set<"OFFSCREEN_DOCUMENT" | "POPUP">;
  createDocument: ReturnType<typeof vi.fn<() => Promise<void>>>;
  reload: ReturnType<typeof vi.fn<() => void>>;
  /** Has another version of the extension ready. */
  offerUpdate(): void;
  /** Has somebody write into `storage.local`. */
  store(key: string, value: unknown): Promise<void>;
  notify: ReturnType<typeof vi.fn<(id: string, notice: { title: string }) => Promise<void>>>;
  badgeText: string;
  /** Answers the messages that the worker sends; undefined means that nobody is there. */
  offscreen: ((name: string, request: unknown) => unknown) | undefined;
  /** Sends the worker a message from one of the extension's pages. */
  ask(channel: string, name: string, request?: unknown): Promise<unknown>;
  /** Opens a port to the worker; gives a function that closes it. */
  connect(name: string): () => void;
}

const id = "lfgkcockknnapinhmfoejpfekpefjnpa";
const page = { id, url: `chrome-extension://${id}/popup.html` };

export function createFakeChrome(): FakeChrome {
  const updateListeners = new Set<() => void>();
  const messageListeners = new Set<MessageListener>();
  const connectListeners = new Set<(port: unknown) => void>();
  const changeListeners = new Set<ChangeListener>();
  const stored = { local: new Map<string, unknown>(), session: new Map<string, unknown>() };

  function area(name: "local" | "session") {
    return {
      get: async (key: string) => ({ [key]: stored[name].get(key) }),
      async set(items: Record<string, unknown>) {
        for (const [key, newValue] of Object.entries(items)) {
          stored[name].set(key, structuredClone(newValue));
          changeListeners.forEach((listener) => listener({ [key]: { newValue } }, name));
        }
      },
      remove: async (key: string) => void stored[name].delete(key),
    };
  }

  const local = area("local");
  const fake: FakeChrome = {
    stored,
    store: (key, value) => local.set({ [key]: value }),
    contexts: new Set(),
    createDocument: vi.fn(async () => void fake.contexts.add("OFFSCREEN_DOCUMENT")),
    reload: vi.fn(() => {}),
    offerUpdate: () => updateListeners.forEach((listener) => listener()),
    notify: vi.fn(async () => {}),
    badgeText: "",
    offscreen: () => ({ ok: true }),
    ask: (channel, name, request) =>
      new Promise((resolve) => {
        const message = { to: "service-worker", channel, name, request };
        for (const listener of messageListeners) listener(message, page, resolve);
      }),
    connect(name) {
      const closed = new Set<() => void>();
      const port = { name, onDisconnect: { addListener: (listener: () => void) => closed.add(listener) } };
      for (const listener of connectListeners) listener(port);
      return () => closed.forEach((listener) => listener());
    },
    browser: {
      runtime: {
        id,
        async sendMessage(message: { to: string; name: string; request: unknown }) {
          // Chrome does not bring a message to the context that sent it.
          if (message.to !== "offscreen" || !fake.contexts.has("OFFSCREEN_DOCUMENT") || !fake.offscreen) {
            throw new Error("Could not establish connection. Receiving end does not exist.");
          }
          return fake.offscreen(message.name, message.request);
        },
        onMessage: { addListener: (listener: MessageListener) => messageListeners.add(listener) },
        onUpdateAvailable: { addListener: (listener: () => void) => void updateListeners.add(listener) },
        reload: () => fake.reload(),
        onConnect: { addListener: (listener: (port: unknown) => void) => connectListeners.add(listener) },
        getContexts: async (filter: { contextTypes: ("OFFSCREEN_DOCUMENT" | "POPUP")[] }) =>
          filter.contextTypes.filter((type) => fake.contexts.has(type)),
      },
      offscreen: { createDocument: () => fake.createDocument() },
      storage: {
        local,
        session: area("session"),
        onChanged: {
          addListener: (listener: ChangeListener) => changeListeners.add(listener),
          removeListener: (listener: ChangeListener) => changeListeners.delete(listener),
        },
      },
      action: {
        setBadgeText: async ({ text }: { text: string }) => void (fake.badgeText = text),
        setBadgeBackgroundColor: async () => {},
        setBadgeTextColor: async () => {},
        setTitle: async () => {},
        setIcon: async () => {},
      },
      notifications: { create: (noticeId: string, notice: { title: string }) => fake.notify(noticeId, notice) },
    },
  };
  return fake;
}
