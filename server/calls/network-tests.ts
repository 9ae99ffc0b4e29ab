import type { AccountId } from "#shared/ids.ts";
import type { Clock } from "../clock.ts";

const mostTests = 5;
const windowMs = 10 * 60_000;

/** Lets a person try their network now and then: a test holds no money, but the carrier charges the operator for its own leg. */
export interface NetworkTests {
  /** Whether this test may be. Asked again about the same leg, the answer is the same. */
  admit(test: { accountId: AccountId; parentSid: string }): boolean;
}

/** Counts tests in this process alone: what two servers let through together costs nobody anything worth a row. */
export function createNetworkTests({ clock }: { clock: Clock }): NetworkTests {
  const tests = new Map<AccountId, { parentSid: string; startedMs: number }[]>();

  function forgetOld(nowMs: number): void {
    for (const [accountId, known] of tests) {
      const recent = known.filter(({ startedMs }) => nowMs - startedMs < windowMs);
      if (recent.length > 0) tests.set(accountId, recent);
      else tests.delete(accountId);
    }
  }

  return {
    admit({ accountId, parentSid }) {
      const startedMs = clock();
      forgetOld(startedMs);
      const known = tests.get(accountId) ?? [];
      if (known.some((test) => test.parentSid === parentSid)) return true;
      if (known.length >= mostTests) return false;
      tests.set(accountId, [...known, { parentSid, startedMs }]);
      return true;
    },
  };
}
