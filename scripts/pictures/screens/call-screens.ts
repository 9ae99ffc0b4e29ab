import { expect } from "@playwright/test";
import { enterInAddressBar } from "../../../e2e/harness/outside-events.ts";
import type { Screen } from "../screen.ts";

// The mark of a call's sound takes three seconds to fall, and the voice SDK measures once a second.
const marked = { timeout: 30_000 };

export const callScreens: readonly Screen[] = [
  {
    name: "call-ringing",
    state: "Ringing",
    async show({ dialer }) {
      await dialer.call("+14155550102");
      await dialer.shows("Calling");
      return dialer.page;
    },
  },
  {
    name: "call-talking",
    state: "Talking, with what it costs and how it sounds",
    async show({ dialer }) {
      await dialer.shows("Answered");
      await dialer.hangUp();
      await dialer.shows("Ended");
      await dialer.button("Done").click();
      await dialer.call("+14155550100");
      await dialer.shows("Answered");
      await expect(dialer.page.getByRole("button", { name: "Call quality: good" })).toBeVisible(marked);
      return dialer.page;
    },
  },
  {
    name: "call-muted",
    state: "Muted",
    async show({ dialer }) {
      await dialer.button("Mute").click();
      await expect(dialer.button("Unmute")).toBeVisible();
      return dialer.page;
    },
  },
  {
    name: "call-keypad",
    state: "The keypad",
    async show({ dialer }) {
      await dialer.button("Unmute").click();
      await dialer.button("Keypad").click();
      await dialer.pressKey("5");
      return dialer.page;
    },
  },
  {
    name: "call-note",
    state: "A note, saved with the call",
    async show({ dialer }) {
      await dialer.button("Note").click();
      await dialer.page.keyboard.type("Nobody is at home before nine");
      return dialer.page;
    },
  },
  {
    name: "call-second",
    state: "Another call was asked for: which of the two it is to be",
    async show({ context, dialer }) {
      await dialer.button("Note").click();
      await enterInAddressBar(context, "+1 212 555 0199");
      await expect(dialer.page.locator(".second-call")).toBeVisible();
      return dialer.page;
    },
  },
  {
    name: "call-poor",
    state: "A bad network, and what it does",
    async show({ dialer, stack }) {
      await dialer.button("Stay in this call").click();
      await stack.impairMedia({ lossShare: 0.25, burstMs: 0 });
      await expect(dialer.page.getByRole("button", { name: "Call quality: poor" })).toBeVisible(marked);
      return dialer.page;
    },
  },
  {
    name: "call-quality",
    state: "What helps against it",
    async show({ dialer }) {
      await dialer.page.getByRole("button", { name: "Call quality: poor" }).click();
      await expect(dialer.page.getByRole("region", { name: "Call quality" })).toBeVisible();
      return dialer.page;
    },
  },
  {
    name: "call-reconnecting",
    state: "The network is lost",
    async show({ dialer, stack }) {
      await dialer.page.keyboard.press("Escape");
      await stack.impairMedia({ lossShare: 0, burstMs: 0 });
      await dialer.page.evaluate(async () => {
        // A network comes back too soon to be looked at: the screens are told of one that stays away.
        const { callSnapshot } = await chrome.storage.session.get<{ callSnapshot: { state: object } }>("callSnapshot");
        const state = { ...callSnapshot.state, status: "reconnecting" };
        await chrome.storage.session.set({ callSnapshot: { ...callSnapshot, state } });
      });
      await expect(dialer.page.locator(".in-call")).toContainText(/reconnect/i);
      return dialer.page;
    },
  },
  {
    name: "call-ended",
    state: "After it",
    async show({ dialer }) {
      await dialer.hangUp();
      await dialer.shows("Ended");
      return dialer.page;
    },
  },
  {
    name: "call-busy",
    state: "A line that is busy",
    async show({ dialer }) {
      await dialer.button("Done").click();
      await dialer.call("+14155550103");
      await dialer.shows("Failed");
      return dialer.page;
    },
  },
  {
    name: "call-not-in-service",
    state: "A number that nobody has",
    async show({ dialer }) {
      await dialer.button("Close").click();
      await dialer.call("+14155550106");
      await dialer.shows("Failed");
      return dialer.page;
    },
  },
  {
    name: "call-server-away",
    state: "A server that does not answer",
    async show({ dialer, stack }) {
      await dialer.button("Close").click();
      await stack.stop();
      await dialer.call("+14155550100");
      await dialer.shows("Failed");
      return dialer.page;
    },
  },
];
