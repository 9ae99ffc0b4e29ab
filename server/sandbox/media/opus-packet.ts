/** The frame size in milliseconds by the configuration number in a packet's first byte (RFC 6716, table 2). */
const silkFrameMs = [10, 20, 40, 60];
const hybridFrameMs = [10, 20];
const celtFrameMs = [2.5, 5, 10, 20];

/** How much sound an Opus packet holds, in milliseconds, read from its first byte or two (RFC 6716, 3.1 and 3.2). */
export function packetDurationMs(packet: Uint8Array): number {
  const toc = packet[0];
  if (toc === undefined) return 0;
  return frameMs(toc >> 3) * frameCount(packet, toc & 0b11);
}

function frameMs(config: number): number {
  if (config < 12) return silkFrameMs[config % 4] ?? 0;
  if (config < 16) return hybridFrameMs[config % 2] ?? 0;
  return celtFrameMs[config % 4] ?? 0;
}

function frameCount(packet: Uint8Array, code: number): number {
  if (code === 0) return 1;
  if (code < 3) return 2;
  return (packet[1] ?? 0) & 0b11_1111;
}
