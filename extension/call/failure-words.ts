import { exactFailureWords } from "./exact-failure-words.ts";
import { plainFailureWords } from "./plain-failure-words.ts";
import type { Failure } from "./call-state.ts";

/** A failure in words: what happened, why, and what to do about it. Each is a sentence or two. */
export interface FailureWords {
  sentence: string;
  cause: string;
  wayOut: string;
}

/** The words of a failure: those of its code, made more exact where the figures of this one allow it. */
export function failureWords(failure: Failure): FailureWords {
  return { ...plainFailureWords(failure.code), ...exactFailureWords(failure) };
}

/** A failure in one go, for where there is room for a sentence or two: what happened, and what to do about it. */
export function tellFailure(failure: Failure): string {
  const { sentence, wayOut } = failureWords(failure);
  return `${sentence} ${wayOut}`;
}
