/** The power of one running server: when it goes out, nothing that this server asks of its database is done any more. */
export interface Power {
  isOn: () => boolean;
  /** Lets the power go out at the given statement from now on, or at the given COMMIT: before it is done, or after. */
  failAt: (failure: PowerFailure) => void;
  /** Runs a statement, unless the power is out or goes out at it. */
  run: <Outcome>(sql: string, statement: () => Outcome) => Outcome;
  /** Cuts the power now. */
  cut: () => void;
}

export interface PowerFailure {
  counted: "statements" | "commits";
  /** 1 is the next one. */
  at: number;
  when: "before" | "after";
}

/** `onOut` is called once, with how it happened. */
export function createPower(onOut: (failure: PowerFailure | undefined) => void): Power {
  let isOn = true;
  let pending: PowerFailure | undefined;

  function out(failure: PowerFailure | undefined): void {
    if (!isOn) return;
    isOn = false;
    onOut(failure);
  }

  /** Whether the power fails at this statement. */
  function isDue(sql: string): boolean {
    if (!pending || (pending.counted === "commits" && !isCommit(sql))) return false;
    pending = { ...pending, at: pending.at - 1 };
    return pending.at === 0;
  }

  return {
    isOn: () => isOn,
    failAt(failure) {
      pending = failure;
    },
    cut: () => out(undefined),
    run(sql, statement) {
      if (!isOn) throw new PowerOut();
      if (!pending || !isDue(sql)) return statement();
      const failure = pending;
      if (failure.when === "after") statement();
      out(failure);
      throw new PowerOut();
    },
  };
}

/** What code that runs on without power gets to see. */
export class PowerOut extends Error {
  override name = "PowerOut";
}

function isCommit(sql: string): boolean {
  return /^commit/i.test(sql);
}
