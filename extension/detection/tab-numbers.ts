import { browser } from "wxt/browser";
import { marksChannel } from "./card-messages.ts";
import { pageNumbersSchema, type NumberPlace, type PageNumbers } from "./page-numbers.ts";

/** The marked numbers of one frame of a tab. */
export interface FrameNumbers extends PageNumbers {
  frameId: number;
}

/** A marked number in its frame. */
export interface TabPlace extends NumberPlace {
  frameId: number;
}

/** The marked numbers of a tab, the page's own first; none where no site was opted into. */
export async function readTabNumbers(tabId: number): Promise<FrameNumbers[]> {
  const frames = await Promise.all((await framesOf(tabId)).map((frameId) => readFrame({ tabId, frameId })));
  return frames.flat();
}

/** Has a tab say when its numbers change, to whoever serves `pageListChannel`, for as long as somebody does. */
export async function watchTabNumbers(tabId: number): Promise<void> {
  await marksChannel.sendToTab(tabId, "watchNumbers");
}

/** Scrolls a number of a tab into view and paints it as looked at. */
export async function pointOutNumber(tabId: number, { frameId, ...place }: TabPlace): Promise<void> {
  await marksChannel.sendToFrame({ tabId, frameId }, "pointOutNumber", place);
}

/** The same, with its card, which reads the sentence out; the cards of other frames go. */
export async function showNumber(tabId: number, { frameId, ...place }: TabPlace, sentence: string): Promise<void> {
  const others = (await framesOf(tabId)).filter((other) => other !== frameId);
  await Promise.all(others.map((other) => marksChannel.sendToFrame({ tabId, frameId: other }, "leaveNumber")));
  await marksChannel.sendToFrame({ tabId, frameId }, "showNumber", { ...place, sentence });
}

// The browser tells of frames only to who may read browsing history, or who runs something in them.
async function framesOf(tabId: number): Promise<number[]> {
  try {
    const frames = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => true });
    return frames.map(({ frameId }) => frameId).toSorted((one, other) => one - other);
  } catch {
    // A page that the person did not opt in, or that the browser keeps to itself, has no marks to tell of.
    return [];
  }
}

async function readFrame(place: { tabId: number; frameId: number }): Promise<FrameNumbers[]> {
  const answer = await marksChannel.sendToFrame(place, "readNumbers");
  const parsed = answer.ok ? pageNumbersSchema.safeParse(answer.value).data : undefined;
  if (!parsed) return [];
  const numbers = parsed.numbers.map(({ number, extension }) => ({ number, extension }));
  return [{ frameId: place.frameId, numbers, current: parsed.current }];
}
