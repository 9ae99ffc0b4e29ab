const pageHeaderBytes = 27;
const fullSegmentBytes = 255;

/**
 * The Opus packets of an Ogg/Opus file (RFC 3533, RFC 7845), without its two header packets.
 * Throws when it is something else.
 */
export function readOggOpus(file: Uint8Array): Uint8Array[] {
  const [head, tags, ...audio] = oggPackets(file);
  if (!startsWith(head, "OpusHead") || !startsWith(tags, "OpusTags")) throw new Error("This is not an Ogg/Opus file.");
  return audio;
}

/** A packet is a run of segments that ends with one shorter than 255 bytes; it may go on over the next page. */
function oggPackets(file: Uint8Array): Uint8Array[] {
  const packets: Uint8Array[] = [];
  let segments: Uint8Array[] = [];
  for (let offset = 0; offset < file.length;) {
    const page = file.subarray(offset);
    if (!startsWith(page, "OggS")) throw new Error(`No Ogg page at byte ${offset}.`);
    const lacing = page.subarray(pageHeaderBytes, pageHeaderBytes + (page[pageHeaderBytes - 1] ?? 0));
    let position = pageHeaderBytes + lacing.length;
    for (const length of lacing) {
      segments.push(page.subarray(position, position + length));
      position += length;
      if (length < fullSegmentBytes) {
        packets.push(Uint8Array.from(Buffer.concat(segments)));
        segments = [];
      }
    }
    offset += position;
  }
  return packets;
}

function startsWith(bytes: Uint8Array | undefined, text: string): boolean {
  return bytes !== undefined && Buffer.from(bytes.subarray(0, text.length)).toString("latin1") === text;
}
