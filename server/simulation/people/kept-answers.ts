import type { Answer } from "../machine/simulated-server.ts";
import type { World } from "../world.ts";

const keptMs = 24 * 3_600_000;
/** A clock that is moved at a restart may forget keys that much too early. */
const clockSlackMs = 600_000;

/** What a client was answered under each key: asked again within a day, it must hear the same. */
export function createKeptAnswers({ timeline, violate }: World): { check: (key: string, answer: Answer) => void } {
  const first = new Map<string, { answer: Answer; atMs: number }>();
  return {
    check(key, answer) {
      const earlier = first.get(key);
      if (!earlier) first.set(key, { answer, atMs: timeline.nowMs() });
      else if (timeline.nowMs() < earlier.atMs + keptMs - clockSlackMs && !isSame(earlier.answer, answer)) {
        violate(`A request was answered ${tellAnswer(earlier.answer)} first and ${tellAnswer(answer)} when it was repeated.`);
      }
    },
  };
}

function isSame(a: Answer, b: Answer): boolean {
  return a.status === b.status && a.body === b.body;
}

function tellAnswer({ status, body }: Answer): string {
  return `${status} ${body}`;
}
