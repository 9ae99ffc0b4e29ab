import { afterEach, describe, expect, it, vi } from "vitest";
import { loadClip } from "../prompts/clips.ts";
import { AudioPeer } from "./audio-peer.ts";
import { BrowserMediaLeg } from "./browser-media-leg.ts";
import { readBrowserSdp } from "./browser-sdp.ts";
import { FakeBrowser } from "./fake-browser.ts";
import { toPcmu } from "./pcmu.ts";
import { eventually } from "../testing/eventually.ts";

const voice = Uint8Array.of(31 << 3, 1, 2, 3);
const never = new AbortController().signal;

const closers: (() => unknown)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function newBrowser(options?: { codec?: "opus" | "pcmu" }) {
  const browser = await FakeBrowser.create(options);
  closers.push(() => browser.close());
  return browser;
}

function newLeg() {
  let digits = "";
  const leg = new BrowserMediaLeg((digit) => (digits += digit));
  closers.push(() => leg.close());
  return { leg, digits: () => digits };
}

async function connect(options?: { codec?: "opus" | "pcmu" }) {
  const browser = await newBrowser(options);
  const { leg, digits } = newLeg();
  const negotiation = await leg.negotiate(await browser.offer());
  if (negotiation === "unusable" || negotiation.sdp === undefined) throw new Error("The offer was not answered.");
  await browser.accept(negotiation.sdp);
  await leg.connected;
  await eventually(() => browser.isConnected).toBe(true);
  return { browser, leg, digits, answer: negotiation.sdp };
}

/** Says the packet until it is heard: the first ones may go out before the other end is ready. */
async function hearsWhatIsSaid(speaker: FakeBrowser, listener: FakeBrowser, packet = voice) {
  await eventually(() => {
    speaker.say(packet);
    return listener.heard.some((heard) => Buffer.compare(heard, packet) === 0);
  }).toBe(true);
}

describe("a browser's media leg", () => {
  it("echoes the browser's voice when it is sent to itself", async () => {
    const { browser, leg } = await connect();
    leg.sendTo(leg);
    await hearsWhatIsSaid(browser, browser);
  });

  it("says nothing back when its voice goes nowhere", async () => {
    const { browser, leg, digits } = await connect();
    const receive = vi.spyOn(leg, "receive");
    leg.sendTo(leg);
    await hearsWhatIsSaid(browser, browser);
    leg.sendTo(undefined);
    receive.mockClear();
    browser.say(voice);
    // Packets come in order on loopback: when the digit is there, the voice before it was there too.
    browser.press(1);
    await eventually(digits).toBe("1");
    expect(receive).not.toHaveBeenCalled();
  });

  it("bridges two browsers, both ways", async () => {
    const ada = await connect();
    const ben = await connect();
    ada.leg.sendTo(ben.leg);
    ben.leg.sendTo(ada.leg);
    await hearsWhatIsSaid(ada.browser, ben.browser);
    await hearsWhatIsSaid(ben.browser, ada.browser, Uint8Array.of(31 << 3, 9));
  });

  it("plays a clip whole and in order, though it was asked to before audio could flow", async () => {
    const clip = { packets: Array.from({ length: 10 }, (_, i) => Uint8Array.of(31 << 3, i)) };
    const browser = await newBrowser();
    const { leg } = newLeg();
    const played = leg.play(clip, { signal: never });
    const negotiation = await leg.negotiate(await browser.offer());
    if (negotiation === "unusable") throw new Error("The offer was not answered.");
    await browser.accept(negotiation.sdp ?? "");
    await played;
    await eventually(() => browser.heard.length).toBe(10);
    expect(browser.heard.map((packet) => packet[1])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("stops a looping clip when aborted, and lets the voice through again", async () => {
    const { browser, leg } = await connect();
    leg.sendTo(leg);
    const controller = new AbortController();
    const played = leg.play({ packets: [Uint8Array.of(31 << 3, 200)] }, { signal: controller.signal, loop: true });
    await eventually(() => browser.heard.length).toBeGreaterThan(3);
    controller.abort();
    await played;
    await hearsWhatIsSaid(browser, browser);
  });

  it("hears each digit once", async () => {
    const { browser, digits } = await connect();
    await eventually(() => {
      if (digits() === "") browser.press(5);
      return digits();
    }).not.toBe("");
    const before = digits();
    browser.press(10);
    await eventually(digits).toBe(`${before}*`);
  });

  it("speaks PCMU with a browser that offers nothing else", async () => {
    const { browser, leg, digits, answer } = await connect({ codec: "pcmu" });
    expect(answer).toMatch(/^m=audio \d+ UDP\/TLS\/RTP\/SAVPF 0 126\r$/m);
    leg.sendTo(leg);
    await hearsWhatIsSaid(browser, browser, new Uint8Array(160).fill(0x55));
    browser.press(7);
    await eventually(digits).toBe("7");
  });

  it("says its prompts in PCMU to a browser that offers nothing else", async () => {
    const { browser, leg } = await connect({ codec: "pcmu" });
    await leg.play(loadClip("goodbye"), { signal: never });
    const spoken = await toPcmu(loadClip("goodbye"));
    const loudest = spoken.packets[20];
    await eventually(() => browser.heard.some((packet) => loudest && Buffer.compare(packet, loudest) === 0)).toBe(true);
    expect(new Set(browser.heard.map((packet) => packet.length))).toEqual(new Set([160]));
  });

  it("keeps the voice of one codec from a browser of another, who would hear noise", async () => {
    const ada = await connect();
    const ben = await connect({ codec: "pcmu" });
    ada.leg.sendTo(ben.leg);
    ada.browser.say(voice);
    ada.browser.press(1);
    await eventually(ada.digits).toBe("1");
    expect(ben.browser.heard).toEqual([]);
  });

  it("tells the browser of loopback addresses only", async () => {
    const { answer } = await connect();
    const addresses = [...answer.matchAll(/^a=candidate:(?:\S+ ){4}(\S+)/gm)].map(([, address]) => address);
    expect(addresses).toEqual(["127.0.0.1"]);
  });
});

describe("a session that is negotiated again", () => {
  it("is left alone when nothing has changed", async () => {
    const { browser, leg } = await connect();
    const again = await browser.offer();
    expect(await leg.negotiate(again)).toEqual({ sdp: undefined });
  });

  it("goes on after an ICE restart, over the same connection", async () => {
    const { browser, leg } = await connect();
    leg.sendTo(leg);
    const negotiation = await leg.negotiate(await browser.offer({ iceRestart: true }));
    if (negotiation === "unusable") throw new Error("The offer was not answered.");
    await browser.accept(negotiation.sdp ?? "");
    await hearsWhatIsSaid(browser, browser);
  });

  it("goes on in another browser, still bridged as before", async () => {
    const ada = await connect();
    const ben = await connect();
    ada.leg.sendTo(ben.leg);
    ben.leg.sendTo(ada.leg);
    const other = await newBrowser();
    const negotiation = await ada.leg.negotiate(await other.offer());
    if (negotiation === "unusable") throw new Error("The offer was not answered.");
    await other.accept(negotiation.sdp ?? "");
    await eventually(() => other.isConnected).toBe(true);
    await hearsWhatIsSaid(other, ben.browser);
    await hearsWhatIsSaid(ben.browser, other);
  });
});

describe("an offer made to a browser", () => {
  it("connects once the browser answers", async () => {
    const { leg } = newLeg();
    const browser = await newBrowser();
    const { peer, sdp } = await AudioPeer.offer();
    const answer = readBrowserSdp(await browser.answer(sdp));
    if (!answer) throw new Error("The answer cannot be read.");
    await peer.accept(answer);
    leg.adopt(peer);
    leg.sendTo(leg);
    await leg.connected;
    await hearsWhatIsSaid(browser, browser);
  });
});

describe("a leg that is over", () => {
  it("is no longer waited for, and ends what it plays", async () => {
    const { leg } = newLeg();
    const played = leg.play({ packets: [voice] }, { signal: never, loop: true });
    leg.close();
    await played;
    await expect(leg.connected).rejects.toThrow("closed before it was connected");
  });

  it("takes no connection any more", async () => {
    const { leg } = newLeg();
    leg.close();
    const { peer } = await AudioPeer.offer();
    leg.adopt(peer);
    await expect(peer.connected).rejects.toThrow("closed");
  });
});

describe("a leg whose network has failed", () => {
  it("neither hears nor is heard", async () => {
    const { browser, leg } = await connect();
    leg.sendTo(leg);
    await hearsWhatIsSaid(browser, browser);
    leg.blackhole();
    browser.heard.length = 0;
    const heard = vi.spyOn(leg, "receive");
    for (let i = 0; i < 5; i++) browser.say(voice);
    await leg.play({ packets: Array.from({ length: 5 }, () => voice) }, { signal: never });
    expect(heard).not.toHaveBeenCalled();
    expect(browser.heard).toEqual([]);
  });

  it("is found by another way when the browser restarts ICE", async () => {
    const { browser, leg } = await connect();
    leg.sendTo(leg);
    leg.loseNetwork();
    const negotiation = await leg.negotiate(await browser.offer({ iceRestart: true }));
    if (negotiation === "unusable") throw new Error("The offer was not answered.");
    await browser.accept(negotiation.sdp ?? "");
    await hearsWhatIsSaid(browser, browser);
  });
});

describe("an offer that cannot be used", () => {
  it.each([
    ["is empty", ""],
    ["is no SDP", "hello"],
    [
      "has no audio",
      "v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=rtpmap:96 VP8/90000\r\na=ice-ufrag:a\r\na=ice-pwd:b\r\na=fingerprint:c\r\n",
    ],
    ["has no codec in common", "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 9\r\na=ice-ufrag:a\r\na=ice-pwd:b\r\na=fingerprint:c\r\n"],
    [
      "has nonsense for its fields",
      "v=0\r\nm=audio x 111\r\na=rtpmap:111 opus/48000\r\na=ice-ufrag:a\r\na=ice-pwd:b\r\na=fingerprint:c\r\n",
    ],
  ])("is refused when it %s, and nothing breaks", async (_, sdp) => {
    const { leg } = newLeg();
    expect(await leg.negotiate(sdp)).toBe("unusable");
  });
});
