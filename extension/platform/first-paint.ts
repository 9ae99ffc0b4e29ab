/** What the dialer looked like when it was last looked at, in `storage.session`: never on disk, and gone with the browser. */
export interface FirstPaint {
  /** Of which place and which state of the call it is a picture. */
  face: string;
  html: string;
  lang: string;
  dir: string;
}

export const firstPaintKey = "firstPaint";

/** Names a face of the dialer: two moments of one face look alike, but for figures. */
export function faceOf(place: string, state: { status: string; clientKey?: string } | undefined): string {
  return [place, state?.status ?? "idle", state?.clientKey].filter(Boolean).join("/");
}

/** The place that the dialer of this page is in. */
export function placeOf({ documentElement }: Document): string {
  return documentElement.dataset["place"] ?? "popup";
}
