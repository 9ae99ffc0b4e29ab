import { expect, test, vi } from "vitest";
import { createFakeChrome } from "../call/testing/fake-chrome.ts";
import { readChosen, selectionItemOf, showSelectionItem, titleOf } from "./selection-item.ts";

const held = vi.hoisted(() => ({ chrome: undefined as unknown }));
vi.mock("wxt/browser", () => ({
  get browser() {
    return held.chrome;
  },
}));

const on = { host: "example.com", userCountry: "US", choices: { country: undefined, notNumbers: [] } } as const;

test("the item names the number as it will be dialled, with dots where it is looked at before", () => {
  const sure = selectionItemOf({ kind: "may-be-number", text: "Berlin +49 (0)30 23125-104" }, on);
  expect(titleOf(sure)).toBe("Call +49 30 23125104");
  const likely = selectionItemOf({ kind: "may-be-number", text: "415-555-0111" }, on);
  expect(titleOf(likely)).toBe("Call +1 415 555 0111…");
});

test("without a number in the selection there is no item, and on a page that is not read it names none", () => {
  expect(selectionItemOf({ kind: "no-number" }, on)).toEqual({ kind: "none" });
  expect(selectionItemOf({ kind: "may-be-number", text: "Invoice 12345" }, on)).toEqual({ kind: "none" });
  expect(titleOf(selectionItemOf({ kind: "unknown" }, on))).toBe("Call selected number");
});

test("no other number is called than the one that the item named", async () => {
  const chrome = createFakeChrome();
  const update = vi.fn<() => Promise<void>>(async () => {});
  held.chrome = { ...(chrome.browser as object), contextMenus: { update } };
  await showSelectionItem(selectionItemOf({ kind: "may-be-number", text: "+49 30 23125104" }, on));
  expect(update).toHaveBeenCalledWith("call-selection", { title: "Call +49 30 23125104", visible: true });
  expect(await readChosen("+49 30 23125104", on)).toMatchObject({ kind: "sure", number: "+493023125104" });
  expect(await readChosen("+44 20 7946 0958", on)).toMatchObject({ kind: "likely", written: "+44 20 7946 0958" });
  await showSelectionItem({ kind: "any" });
  expect(await readChosen("+44 20 7946 0958", on)).toMatchObject({ kind: "sure", number: "+442079460958" });
});
