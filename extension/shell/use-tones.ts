import { useState } from "react";
import { readDigits, type DigitsProblem } from "../call/digits.ts";
import { useCall } from "../call/use-call.ts";

/** What a person keys into a call, and why the last of it was not sent, if it was not. */
export function useTones(): { problem: DigitsProblem | undefined; send: (text: string) => void } {
  const { client } = useCall();
  const [problem, setProblem] = useState<DigitsProblem>();
  return {
    problem,
    send(text) {
      const read = readDigits(text);
      setProblem(read.ok ? undefined : read.error);
      if (read.ok) void client.sendDigits(read.value);
    },
  };
}
