import type { Clock } from "../../clock.ts";
import type { WholeStore } from "../../store/whole-store.ts";
import type { Power } from "./power.ts";

/** What a store needs of the server that it is in. */
export interface Wiring {
  clock: Clock;
  power: Power;
}

/** A store that can be taken out of one server and put into another. */
export interface RewiredStore {
  store: WholeStore;
  /** Puts it into a server, which must be done before it is used again. */
  wire: (wiring: Wiring) => void;
  /** Whether it has come through all that was done to it, so that it may be used again. */
  isWhole: () => boolean;
}

/** Opens a store whose clock and power can be exchanged later. */
export function openRewiredStore(first: Wiring, open: (wiring: Wiring) => WholeStore): RewiredStore {
  let { clock, power } = first;
  const store = open({
    clock: () => clock(),
    power: {
      isOn: () => power.isOn(),
      failAt: (failure) => power.failAt(failure),
      run: (sql, statement) => power.run(sql, statement),
      runAsync: (sql, statement) => power.runAsync(sql, statement),
    },
  });
  return {
    store,
    wire(wiring) {
      ({ clock, power } = wiring);
    },
    isWhole: () => power.isOn(),
  };
}
