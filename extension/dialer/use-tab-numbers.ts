import { useEffect, useState } from "react";
import { ok } from "#shared/result.ts";
import { browser } from "wxt/browser";
import { pageListChannel } from "../detection/card-messages.ts";
import { readTabNumbers, watchTabNumbers, type FrameNumbers } from "../detection/tab-numbers.ts";

/** The numbers of a tab as they are now, and after every change of its page. Undefined until the page has told. */
export function useTabNumbers(tabId: number): FrameNumbers[] | undefined {
  const [frames, setFrames] = useState<FrameNumbers[]>();
  useEffect(() => {
    const stop = new AbortController();
    followTab(tabId, setFrames, stop.signal);
    return () => stop.abort();
  }, [tabId]);
  return frames;
}

function followTab(tabId: number, listener: (frames: FrameNumbers[]) => void, signal: AbortSignal): void {
  let asked = 0;
  const read = async (): Promise<void> => {
    const number = ++asked;
    const frames = await readTabNumbers(tabId);
    // A page that was slow to answer is not believed over its later self.
    if (number === asked && !signal.aborted) listener(frames);
  };
  const begin = async (): Promise<void> => {
    await watchTabNumbers(tabId);
    await read();
  };
  // Another page in the tab has not been asked to say anything.
  const handleUpdate = (updatedId: number, { status }: { status?: string | undefined }): void => {
    if (updatedId === tabId && status === "complete") void begin();
  };
  browser.tabs.onUpdated.addListener(handleUpdate);
  const stopServing = pageListChannel.serve({
    numbersChanged({ tabId: changedId }) {
      if (changedId === tabId) void read();
      return Promise.resolve(ok(undefined));
    },
  });
  signal.addEventListener("abort", () => {
    browser.tabs.onUpdated.removeListener(handleUpdate);
    stopServing();
  });
  void begin();
}
