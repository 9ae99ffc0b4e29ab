import { describe, expect, it } from "vitest";
import { writeForBrowser, readBrowserSdp } from "./browser-sdp.ts";

/** The audio section of a Chromium 156 offer, shortened. */
const chromium = [
  "v=0",
  "o=- 1 2 IN IP4 127.0.0.1",
  "s=-",
  "t=0 0",
  "a=group:BUNDLE 0",
  "m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126",
  "c=IN IP4 0.0.0.0",
  "a=candidate:1 1 udp 2113937151 192.168.1.7 50000 typ host generation 0",
  "a=ice-ufrag:abcd",
  "a=ice-pwd:aaaaaaaaaaaaaaaaaaaaaaaa",
  "a=fingerprint:sha-256 AA:BB",
  "a=setup:actpass",
  "a=mid:0",
  "a=sendrecv",
  "a=rtcp-mux",
  "a=rtpmap:111 opus/48000/2",
  "a=rtcp-fb:111 transport-cc",
  "a=fmtp:111 minptime=10;useinbandfec=1",
  "a=rtpmap:63 red/48000/2",
  "a=fmtp:63 111/111",
  "a=rtpmap:9 G722/8000",
  "a=rtpmap:0 PCMU/8000",
  "a=rtpmap:8 PCMA/8000",
  "a=rtpmap:13 CN/8000",
  "a=rtpmap:110 telephone-event/48000",
  "a=rtpmap:126 telephone-event/8000",
  "",
].join("\r\n");

const withoutOpus = chromium.replace("SAVPF 111 63 9 0 8 13 110 126", "SAVPF 0 8 110 126");

describe("a browser's offer", () => {
  it("is narrowed to Opus and the digits of its clock", () => {
    const read = readBrowserSdp(chromium);
    expect(read?.format).toEqual({ codec: "opus", clockRate: 48_000, payloadType: 111, eventPayloadType: 110 });
    expect(read?.sdp).toContain("m=audio 9 UDP/TLS/RTP/SAVPF 111 110\r\n");
    expect(read?.sdp).toContain("a=fmtp:111 minptime=10;useinbandfec=1\r\n");
    expect(read?.sdp.match(/a=rtpmap/g)).toHaveLength(2);
  });

  it("is narrowed to PCMU and the digits of its clock when there is no Opus", () => {
    const read = readBrowserSdp(withoutOpus);
    expect(read?.format).toEqual({ codec: "pcmu", clockRate: 8000, payloadType: 0, eventPayloadType: 126 });
    expect(read?.sdp).toContain("m=audio 9 UDP/TLS/RTP/SAVPF 0 126\r\n");
  });

  it("may leave PCMU unmapped and have no digits", () => {
    const read = readBrowserSdp(withoutOpus.replace("0 8 110 126", "0").replace("a=rtpmap:0 PCMU/8000\r\n", ""));
    expect(read?.format).toEqual({ codec: "pcmu", clockRate: 8000, payloadType: 0, eventPayloadType: undefined });
  });

  it("names its ICE session and its certificate", () => {
    expect(readBrowserSdp(chromium)).toMatchObject({ iceUfrag: "abcd", fingerprint: "sha-256 AA:BB" });
  });

  it("loses its candidates, so that nothing is sent where nobody asked", () => {
    expect(readBrowserSdp(chromium)?.sdp).not.toContain("192.168.1.7");
  });

  it.each([
    ["no ICE credentials", chromium.replace(/a=ice-pwd.*\r\n/, "")],
    ["no certificate", chromium.replace(/a=fingerprint.*\r\n/, "")],
    ["a second section", `${chromium}m=video 9 UDP/TLS/RTP/SAVPF 96\r\n`],
    ["neither codec", withoutOpus.replace("0 8 110 126", "8")],
    ["no version line", chromium.slice(5)],
  ])("with %s is not usable", (_, sdp) => {
    expect(readBrowserSdp(sdp)).toBeUndefined();
  });
});

describe("the sandbox's own description", () => {
  it("keeps its loopback candidates only", () => {
    const own = "a=candidate:1 1 udp 2 127.0.0.1 4000 typ host\r\na=candidate:2 1 udp 2 10.0.0.7 4001 typ host\r\na=mid:0\r\n";
    expect(writeForBrowser(own)).toBe("a=candidate:1 1 udp 2 127.0.0.1 4000 typ host\r\na=mid:0\r\n");
  });

  it("says for the whole session that it is ICE-lite", () => {
    const own = "v=0\r\ns=-\r\nt=0 0\r\nm=audio 9 RTP/SAVPF 111\r\na=ice-lite\r\na=mid:0\r\n";
    expect(writeForBrowser(own)).toBe("v=0\r\ns=-\r\nt=0 0\r\na=ice-lite\r\nm=audio 9 RTP/SAVPF 111\r\na=mid:0\r\n");
  });
});
