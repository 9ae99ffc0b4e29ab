/** The voice SDK's names of its sounds. A Device fetches those that are not mapped from the internet when it is made. */
const soundNames = [
  "incoming",
  "outgoing",
  "disconnect",
  "dtmf0",
  "dtmf1",
  "dtmf2",
  "dtmf3",
  "dtmf4",
  "dtmf5",
  "dtmf6",
  "dtmf7",
  "dtmf8",
  "dtmf9",
  "dtmfs",
  "dtmfh",
] as const;

export type SoundName = (typeof soundNames)[number];

/** All of the SDK's sounds, as files of the extension. */
export function soundUrls(): Record<SoundName, string> {
  const urls = soundNames.map((name) => [name, urlOf(name)] as const);
  return Object.fromEntries(urls) as Record<SoundName, string>;
}

/** The tone a caller hears while it rings at the other end and the carrier sends no sound of its own. */
export function ringbackUrl(): string {
  return urlOf("ringback");
}

function urlOf(name: SoundName | "ringback"): string {
  return new URL(`/sounds/${name}.opus`, location.href).href;
}
