import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { copyProfile, launchChromium, makeProfile } from "../e2e/harness/chromium-profile.ts";
import { Dialer } from "../e2e/harness/dialer.ts";
import { startPageServer } from "../e2e/harness/page-server.ts";
import { signIn } from "../e2e/harness/sign-in.ts";
import { startStack } from "../e2e/harness/stack.ts";
import { buildExtensionIfStale } from "../scripts/build-extension.ts";
import { ensureChromium } from "../scripts/chromium.ts";
import { serveSdkPage } from "../server/sandbox/sdk/serve-sdk-page.ts";
import { openBareCaller } from "./call/bare-caller.ts";
import type { Caller, CallTimes } from "./call/caller.ts";
import { openRingbackCaller } from "./call/ringback-caller.ts";
import { measurePopup } from "./call/measure-popup.ts";
import { measureTalk } from "./call/measure-talk.ts";
import type { WireClock } from "./call/wire-watch.ts";
import { median } from "./median.ts";

// From the click on a page to the ringing on the wire and to the first sound of the far end, and what talking takes of the machine, beside a
// bare page with the voice SDK: in one browser, against one server and one carrier, in turn. And the popup beside an empty page.
const { values } = parseArgs({ options: { rounds: { type: "string", default: "9" } } });
const rounds = Number(values.rounds);

const number = "+14155550101";
/** What is clicked, with a name for the tables. A link says by itself that a click calls; on text a second click may follow, which selects. */
const clicked = {
  link: { name: "Ringback, a link", text: "415-555-0101" },
  text: { name: "Ringback, in text", text: "555-0100" },
};
const bars = { warmRinging: 1.25, coldRinging: 2, popup: 1.5 };

process.env["CHROME_PATH"] = await ensureChromium();
await buildExtensionIfStale();
const [stack, pages, sdkPages] = await Promise.all([startStack(), startPageServer(), serveSdkPage()]);
const profileFolder = await copyProfile(await makeProfile());
const context = await launchChromium(profileFolder, { headless: true });
try {
  await context.grantPermissions(["microphone"]);
  const signedIn = await signIn({ context, serverUrl: stack.serverUrl, account: "demo" });
  const dialer = await Dialer.open(context);
  const clock: WireClock = { aheadSeconds: undefined };
  const bare = await openBareCaller(context, { signedIn, to: number, sdkPages, clock });
  const pageUrl = `${pages.url}/numbers.html`;
  const link = await openRingbackCaller(context, { ...clicked.link, dialer, pageUrl, clock });
  const text = await openRingbackCaller(context, { ...clicked.text, dialer, pageUrl, clock });
  const callers = [bare, link, text];
  const cold: Record<string, CallTimes[]> = {};
  const warm: Record<string, CallTimes[]> = {};
  // The first round finds caches and code cold that no later one does.
  for (let round = 0; round <= rounds; round += 1) {
    for (const caller of callers) {
      const coldTimes = await timeCall(caller, "coolDown");
      const warmTimes = await timeCall(caller, "warmUp");
      if (round === 0) continue;
      (cold[caller.name] ??= []).push(coldTimes);
      (warm[caller.name] ??= []).push(warmTimes);
    }
  }
  const figures = { cold: summarise(cold), warm: summarise(warm) };
  for (const [state, table] of Object.entries(figures)) {
    console.log(`\n${state}, medians of ${rounds} calls, in ms from the click`);
    console.table(table);
  }
  const talk = mapValues(await measureTalk(context, { bare, ringback: link, dialer }), rounded);
  console.log("\nCPU of the whole browser in a second of talk, in ms");
  console.table(talk);
  const popup = mapValues(await measurePopup({ serverUrl: stack.serverUrl, rounds }), rounded);
  console.log(`\nfirst paint after opening, medians of ${rounds}`);
  console.table(popup);
  const ratiosOf = ({ name }: { name: string }) => {
    const ratio = (state: "cold" | "warm", what: keyof CallTimes) => {
      const [ours, theirs] = [figures[state][name], figures[state]["a bare page"]];
      return ours && theirs ? Number((ours[what] / theirs[what]).toFixed(2)) : undefined;
    };
    return {
      warmRinging: ratio("warm", "ringingMs"),
      warmAudible: ratio("warm", "audibleMs"),
      coldRinging: ratio("cold", "ringingMs"),
      coldAudible: ratio("cold", "audibleMs"),
    };
  };
  console.log(
    JSON.stringify({
      bench: "call",
      rounds,
      ...figures,
      talk,
      popup,
      ratios: { link: ratiosOf(clicked.link), text: ratiosOf(clicked.text) },
      bars,
    }),
  );
} finally {
  await context.close();
  await Promise.all([stack.stop(), pages.close(), sdkPages.close(), rm(profileFolder, { recursive: true, force: true })]);
}

async function timeCall(caller: Caller, makeReady: "warmUp" | "coolDown"): Promise<CallTimes> {
  await caller[makeReady]();
  const times = await caller.call();
  await caller.hangUp();
  return times;
}

function summarise(measured: Record<string, CallTimes[]>): Record<string, CallTimes> {
  return Object.fromEntries(
    Object.entries(measured).map(([name, times]) => [
      name,
      {
        ringingMs: rounded(median(times.map(({ ringingMs }) => ringingMs))),
        audibleMs: rounded(median(times.map(({ audibleMs }) => audibleMs))),
      },
    ]),
  );
}

function rounded(ms: number): number {
  return Number(ms.toFixed(2));
}

function mapValues<Figures extends object>(figures: Figures, map: (figure: number) => number): Record<keyof Figures, number> {
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, map(Number(figure))])) as Record<
    keyof Figures,
    number
  >;
}
