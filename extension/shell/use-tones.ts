import { useEffect, useState } from "react";
import { readDigits, type DigitsProblem } from "../call/digits.ts";
import { useCall } from "../call/use-call.ts";

// Time enough to read a sentence; after it there are other things to be said in its place.
const problemShownMs = 10_000;

/** What a person keys into a call, and why the last of it was not sent, if it was not. */
export function useTones(): { problem: DigitsProblem | undefined; send: (text: string) => void } {
  const { client } = useCall();
  const [problem, setProblem] = useState<DigitsProblem>();
  useEffect(() => {
    if (!problem) return;
    const timer = setTimeout(() => setProblem(undefined), problemShownMs);
    return () => clearTimeout(timer);
  }, [problem]);
  return {
    problem,
    send(text) {
      const read = readDigits(text);
      setProblem(read.ok ? undefined : read.error);
      if (read.ok) void client.sendDigits(read.value);
    },
  };
}
