import type { Result } from "#shared/result.ts";
import type { Clock } from "../clock.ts";

/**
 * Asks once and gives the answer for `forMs`; who asks meanwhile waits for the same answer. Failures are not remembered.
 */
export function remember<Value, Failure>(
  ask: () => Promise<Result<Value, Failure>>,
  { clock, forMs }: { clock: Clock; forMs: number },
): () => Promise<Result<Value, Failure>> {
  let kept: { answer: Promise<Result<Value, Failure>>; askedMs: number } | undefined;
  return async () => {
    const nowMs = clock();
    if (kept && nowMs - kept.askedMs < forMs) return kept.answer;
    const asked = { answer: ask(), askedMs: nowMs };
    kept = asked;
    const answer = await asked.answer;
    if (!answer.ok && kept === asked) kept = undefined;
    return answer;
  };
}
