import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SelectedText } from "./card-messages.ts";
import { watchSelection } from "./watch-selection.ts";

vi.mock("wxt/browser", () => ({ browser: {} }));
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("of what is selected, only a text that may be a number is told, and when the person is done", () => {
  const { select, told } = start();
  select("Call +49 30");
  select("Call +49 30 23125 104");
  vi.runAllTimers();
  select("Opening hours");
  vi.runAllTimers();
  select("On weekdays");
  vi.runAllTimers();
  select("");
  vi.runAllTimers();
  expect(told).toEqual([{ kind: "may-be-number", text: "Call +49 30 23125 104" }, { kind: "no-number" }, { kind: "unknown" }]);
});

test("a person who goes elsewhere leaves no number in the menu, and finds it again when they are back", () => {
  const { page, select, told } = start();
  select("+49 30 23125 104");
  vi.runAllTimers();
  page.dispatchEvent(new Event("blur"));
  page.dispatchEvent(new Event("focus"));
  vi.runAllTimers();
  expect(told.map(({ kind }) => kind)).toEqual(["may-be-number", "unknown", "may-be-number"]);
});

test("with the marks goes what was told", () => {
  const { select, told, stop } = start();
  select("Opening hours");
  vi.runAllTimers();
  stop.abort();
  select("+49 30 23125 104");
  vi.runAllTimers();
  expect(told).toEqual([{ kind: "no-number" }, { kind: "unknown" }]);
});

function start() {
  const stop = new AbortController();
  const told: SelectedText[] = [];
  let selected = "";
  const document = Object.assign(new EventTarget(), { hasFocus: () => true });
  const page = Object.assign(new EventTarget(), { document, getSelection: () => ({ toString: () => selected }) });
  watchSelection(page as unknown as Window, (next) => told.push(next), stop.signal);
  const select = (text: string): void => {
    selected = text;
    document.dispatchEvent(new Event("selectionchange"));
  };
  return { page, select, told, stop };
}
