import { expect, test, vi } from "vitest";
import { endWithExtension, onComeBack, onceShown } from "./frame-life.ts";

const chrome = vi.hoisted((): { runtime: { id: string | undefined } } => ({ runtime: { id: "here" } }));
vi.mock("wxt/browser", () => ({ browser: chrome }));

const signal = new AbortController().signal;

test("a page that is loaded ahead of a click is begun with when it is shown, and once", () => {
  const begin = vi.fn<() => void>();
  const page = Object.assign(new EventTarget(), { prerendering: true });
  onceShown(page as unknown as Document, begin, signal);
  expect(begin).not.toHaveBeenCalled();
  page.dispatchEvent(new Event("prerenderingchange"));
  page.dispatchEvent(new Event("prerenderingchange"));
  expect(begin).toHaveBeenCalledOnce();
});

test("any other page is begun with at once", () => {
  const begin = vi.fn<() => void>();
  onceShown(new EventTarget() as Document, begin, signal);
  expect(begin).toHaveBeenCalledOnce();
});

test("a script ends when somebody comes back to the page and the extension is gone, and not before", () => {
  const end = vi.fn<() => void>();
  const page = Object.assign(new EventTarget(), { document: new EventTarget() });
  endWithExtension(page as unknown as Window, end, signal);
  page.dispatchEvent(new Event("focus"));
  expect(end).not.toHaveBeenCalled();
  chrome.runtime.id = undefined;
  page.document.dispatchEvent(new Event("visibilitychange"));
  expect(end).toHaveBeenCalledOnce();
});

test("a page that is shown for the first time does not come back", () => {
  const handler = vi.fn<() => void>();
  const page = new EventTarget();
  onComeBack(page as Window, handler, signal);
  page.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: false }));
  expect(handler).not.toHaveBeenCalled();
  page.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  expect(handler).toHaveBeenCalledOnce();
});
