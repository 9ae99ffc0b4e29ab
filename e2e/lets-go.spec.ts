import type { BrowserContext } from "playwright-core";
import { closeOffscreenDocument } from "./harness/end-by-force.ts";
import { countHeld } from "./harness/offscreen-resources.ts";
import { credit, operate, ownerEmail } from "./harness/operator.ts";
import { expect, test } from "./harness/ringback-test.ts";

const echo = "+14155550100";
const busy = "+14155550103";
const nothing = { tracks: 0, connections: 0, sockets: 0, sounds: 0 };

/** Microphone, connection, socket and sounds are let go of, and not only when the document that had them goes. */
async function everythingIsLetGo(context: BrowserContext): Promise<void> {
  await expect.poll(() => countHeld(context)).toEqual(nothing);
}

test("a call that is hung up on here lets go of everything, the next one as well", async ({ browserContext, dialer }) => {
  for (let calls = 0; calls < 2; calls += 1) {
    await dialer.call(echo);
    await dialer.shows("Answered");
    const held = await countHeld(browserContext);
    expect(held).toMatchObject({ connections: 1, sockets: 1 });
    expect(held.tracks).toBeGreaterThan(0);
    await dialer.hangUp();
    await dialer.shows("Ended");
    await everythingIsLetGo(browserContext);
    await dialer.button("Done").click();
  }
});

test("so does one that nobody can take", async ({ browserContext, dialer }) => {
  await dialer.call(busy);
  await dialer.shows("Failed");
  await everythingIsLetGo(browserContext);
});

test("so does one that is given up while it rings", async ({ browserContext, dialer }) => {
  await dialer.call(echo);
  await dialer.button("Hang up").click();
  await dialer.shows("Failed");
  await everythingIsLetGo(browserContext);
});

test("so does one whose audio is lost for good", async ({ browserContext, dialer, stack }) => {
  await dialer.call(echo);
  await dialer.shows("Answered");
  await stack.haveAccident("blackhole-media");
  await expect(dialer.status()).toHaveText("Failed", { timeout: 90_000 });
  await everythingIsLetGo(browserContext);
});

test("so does one whose document dies", async ({ browserContext, dialer }) => {
  await dialer.call(echo);
  await dialer.shows("Answered");
  await closeOffscreenDocument(browserContext);
  await dialer.shows("Failed");
  await everythingIsLetGo(browserContext);
});

test.describe("with an account of its own", () => {
  test.use({ account: "owner" });

  test("so does one that the server refuses", async ({ browserContext, dialer, stack }) => {
    await credit(stack, "10.00");
    await operate(stack, "take-back", ownerEmail, "10.00", "--reason", "test", "--reference", "once");
    await dialer.call(echo);
    await dialer.shows("Failed");
    await everythingIsLetGo(browserContext);
  });
});
