import type { AudioFormat } from "./audio-format.ts";

/** What the sandbox reads from a browser's session description. */
export interface BrowserSdp {
  /** The description with one codec left, and the digits that fit it. */
  sdp: string;
  format: AudioFormat;
  /** A new one in the same session asks for an ICE restart. */
  iceUfrag: string;
  /** Names the peer connection: browsers make a certificate for each. */
  fingerprint: string;
}

interface PayloadType {
  number: number;
  codec: string;
  clockRate: number;
}

/**
 * Reads a browser's offer or answer and narrows it to one audio codec: Opus if it is there, else PCMU. Undefined when it
 * is no audio session with one of the two. Candidates are left out: an ICE-lite agent waits to be found.
 *
 * Narrowed before werift sees it, since werift would pick telephone-event/48000 for PCMU as well, in whose ticks a digit
 * lasts six times too long.
 */
export function readBrowserSdp(sdp: string): BrowserSdp | undefined {
  const lines = sdp.split(/\r\n|\n/).filter((line) => line !== "");
  const format = chooseFormat(payloadTypesOf(lines));
  const iceUfrag = attribute(lines, "ice-ufrag");
  const fingerprint = attribute(lines, "fingerprint");
  if (!lines[0]?.startsWith("v=0") || !format || !iceUfrag || !fingerprint || !attribute(lines, "ice-pwd")) return undefined;
  return { sdp: keepFormat(lines, format), format, iceUfrag, fingerprint };
}

/**
 * Makes a description of werift's fit for a browser: only loopback candidates, so that no address of this machine is told
 * and no audio leaves it; and `ice-lite` where browsers look for it. werift writes it beside the media, but it belongs to
 * the session (RFC 8839, 5.3), and a browser that misses it may wait for checks that never come.
 */
export function writeForBrowser(sdp: string): string {
  return sdp
    .split("\r\n")
    .filter((line) => !line.startsWith("a=candidate:") || line.split(" ")[4] === "127.0.0.1")
    .filter((line) => line !== "a=ice-lite")
    .flatMap((line) => (line.startsWith("t=") ? [line, "a=ice-lite"] : [line]))
    .join("\r\n");
}

function chooseFormat(payloadTypes: PayloadType[]): AudioFormat | undefined {
  const find = (codec: string, clockRate: number) =>
    payloadTypes.find((payloadType) => payloadType.codec === codec && payloadType.clockRate === clockRate)?.number;
  for (const { codec, clockRate } of [
    { codec: "opus", clockRate: 48_000 },
    { codec: "pcmu", clockRate: 8_000 },
  ] as const) {
    const payloadType = find(codec, clockRate);
    if (payloadType !== undefined) {
      return { codec, clockRate, payloadType, eventPayloadType: find("telephone-event", clockRate) };
    }
  }
  return undefined;
}

/** The audio section's payload types. PCMU is type 0 by RFC 3551 even when no line maps it. */
function payloadTypesOf(lines: string[]): PayloadType[] {
  const media = lines.filter((line) => line.startsWith("m="));
  if (media.length !== 1 || !media[0]?.startsWith("m=audio ")) return [];
  const offered = new Set(media[0].split(" ").slice(3).map(Number));
  const mapped = lines.flatMap((line) => {
    const [, number, codec, clockRate] = /^a=rtpmap:(\d+) ([^/]+)\/(\d+)/.exec(line) ?? [];
    return codec ? [{ number: Number(number), codec: codec.toLowerCase(), clockRate: Number(clockRate) }] : [];
  });
  const known = mapped.some(({ number }) => number === 0) ? mapped : [...mapped, { number: 0, codec: "pcmu", clockRate: 8000 }];
  return known.filter(({ number }) => offered.has(number));
}

function keepFormat(lines: string[], format: AudioFormat): string {
  const kept = [format.payloadType, format.eventPayloadType].filter((payloadType) => payloadType !== undefined);
  return lines
    .filter((line) => !line.startsWith("a=candidate:") && line !== "a=end-of-candidates")
    .filter((line) => {
      const [, payloadType] = /^a=(?:rtpmap|fmtp|rtcp-fb):(\d+) /.exec(line) ?? [];
      return payloadType === undefined || kept.includes(Number(payloadType));
    })
    .map((line) => (line.startsWith("m=audio ") ? [...line.split(" ").slice(0, 3), ...kept].join(" ") : line))
    .concat("")
    .join("\r\n");
}

function attribute(lines: string[], name: string): string | undefined {
  return lines.find((line) => line.startsWith(`a=${name}:`))?.slice(name.length + 3);
}
