import type { AccountId, CallId } from "#shared/ids.ts";
import type { Switchboard } from "../carrier/switchboard.ts";
import { goesWrong, type World } from "../world.ts";

/** A call that its client was let place. */
interface Placed {
  accountId: AccountId;
  callId: CallId;
}

/** Has the browser connect a call some time later, and whatever else may come of that. */
export type Connect = (call: Placed, afterMs: number) => void;

export interface ConnectDeps {
  switchboard: Pick<Switchboard, "connect" | "leave">;
  accounts: readonly AccountId[];
  /** Told of every call that is about to be connected. */
  onCall: (call: Placed) => void;
}

export function createConnect(world: World, { switchboard, accounts, onCall }: ConnectDeps): Connect {
  const { timeline, random, count } = world;

  function connectLater(call: Placed, delayMs: number, what: string): void {
    timeline.after(delayMs, what, () => void switchboard.connect(call));
  }

  function connectStolen({ accountId, callId }: Placed): void {
    const thief = random.pick(accounts);
    if (thief === accountId) return;
    count("call id of another account");
    connectLater({ accountId: thief, callId }, random.between(0, 60_000), `${thief} connects ${callId}`);
  }

  function connected(call: Placed): void {
    const parent = switchboard.connect(call);
    if (random.chance(0.25)) {
      timeline.after(random.between(10, 120_000), `the caller of ${call.callId} leaves`, () => switchboard.leave(parent));
    }
    if (goesWrong(world, 0.1)) {
      count("call connected twice");
      connectLater(call, random.between(0, 60_000), `${call.callId} connects again`);
    }
    if (goesWrong(world, 0.05)) connectStolen(call);
  }

  return (call, afterMs) => {
    onCall(call);
    if (goesWrong(world, 0.08)) return count("call never connected");
    const isLate = goesWrong(world, 0.08);
    if (isLate) count("connected long after it was asked for");
    timeline.after(isLate ? random.between(30_000, 900_000) : afterMs, `${call.callId} connects`, () => connected(call));
  };
}
