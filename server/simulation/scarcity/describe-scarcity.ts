import { describe, expect, onTestFinished, test } from "vitest";
import type { Store } from "../../store/store.ts";
import type { SimulatedStore } from "../database/open-simulated-store.ts";
import { dieAfterAdmission } from "./die-after-admission.ts";
import { affordable, asking, openScarceWallet, type AuthoriseAll } from "./scarce-money.ts";

export interface Scarcity {
  store: Store;
  /** Who asks: stores of this process, or of others. */
  lanes: readonly AuthoriseAll[];
}

const patienceMs = 300_000;
/** About as many as connecting all callers takes, so that deaths are spread over the whole of it. */
const statementsInAll = 2_000;

/** The promise that money for ten calls lets ten calls through, whoever asks, and however many at once. */
export function describeScarcity(name: string, rounds: number, open: () => Promise<Scarcity>): void {
  describe(`scarce money on ${name}`, () => {
    test(
      `of ${asking} calls that ask at once with money for ${affordable}, exactly ${affordable} are let through, ${rounds} times`,
      async () => {
        const { store, lanes } = await open();
        const playRound = await openScarceWallet(store, lanes);
        for (let round = 1; round <= rounds; round += 1) {
          const { counts, grantedMicros, ...wallet } = await playRound();
          expect(counts, `round ${round}`).toEqual({ granted: affordable, insufficient_balance: asking - affordable });
          expect(wallet, `round ${round}`).toEqual({ postedMicros: grantedMicros, heldMicros: grantedMicros });
        }
      },
      patienceMs,
    );
  });
}

/** The promise that whatever was let through before a death is paid for, reckoned from what the carrier was told. */
export function describeDeaths(name: string, deaths: number, openStore: () => Promise<SimulatedStore>): void {
  describe(`a server on ${name} that dies while ${asking} callers connect`, () => {
    test(
      "has let nobody through whose whole call is not paid for",
      async () => {
        const { openDatabase, stop } = await openStore();
        onTestFinished(stop);
        let admittedBeforeDeath = 0;
        for (let death = 1; death <= deaths; death += 1) {
          const database = await openDatabase();
          const at = Math.ceil((death * statementsInAll) / deaths);
          const aftermath = await dieAfterAdmission(database, { kind: "power", counted: "statements", at, when: "before" });
          await database.close();
          expect(aftermath.worstMicros).toBeLessThanOrEqual(aftermath.heldMicros);
          expect(aftermath.heldMicros).toBeLessThanOrEqual(aftermath.postedMicros);
          if (aftermath.hasDied) admittedBeforeDeath += aftermath.admitted;
        }
        // Otherwise nothing was shown.
        expect(admittedBeforeDeath).toBeGreaterThan(0);
      },
      patienceMs,
    );
  });
}
