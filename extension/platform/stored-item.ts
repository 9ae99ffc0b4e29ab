import { browser } from "wxt/browser";

/** One value kept in an area of the extension's storage. */
export interface StoredItem<Value> {
  read: () => Promise<Value>;
  write: (value: Value) => Promise<void>;
  /** Reads, changes and writes with nobody else's change in between. Gives what was written. */
  update: (change: (value: Value) => Value) => Promise<Value>;
  /** Calls back with each new value, whoever wrote it, until `signal` aborts. */
  watch: (listener: (value: Value) => void, signal: AbortSignal) => void;
}

export interface StoredItemOptions<Value> {
  /** `local` outlives the browser; `session` ends with it and never touches the disk. */
  area: "local" | "session";
  key: string;
  /** Makes a value of whatever is stored, and of `undefined` when nothing is. Must not throw: an old version may have written it. */
  parse: (stored: unknown) => Value;
}

/** Names a value in storage. Nothing is read until it is asked for. */
export function createStoredItem<Value>({ area, key, parse }: StoredItemOptions<Value>): StoredItem<Value> {
  const read = async () => parse((await browser.storage[area].get(key))[key]);
  const write = async (value: Value) => {
    // Storage drops members that are undefined, but an item that is undefined must be taken away by name.
    await (value === undefined ? browser.storage[area].remove(key) : browser.storage[area].set({ [key]: value }));
  };
  return {
    read,
    write,
    update: (change) =>
      navigator.locks.request(`storage/${area}/${key}`, async () => {
        const changed = change(await read());
        await write(changed);
        return changed;
      }),
    watch(listener, signal) {
      const hear = (changes: Record<string, { newValue?: unknown }>, changedArea: string) => {
        const change = changes[key];
        if (changedArea === area && change) listener(parse(change.newValue));
      };
      if (signal.aborted) return;
      browser.storage.onChanged.addListener(hear);
      signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(hear), { once: true });
    },
  };
}

/**
 * Keeps content scripts, which share a process with strangers' pages, out of the storage that holds the session.
 * Chrome lets them read `storage.local` unless told so at each start.
 * https://developer.chrome.com/docs/extensions/reference/api/storage#method-StorageArea-setAccessLevel
 */
export async function closeStorageToContentScripts(): Promise<void> {
  await browser.storage.local.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });
}
