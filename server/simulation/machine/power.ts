/** The power of one running server: when it goes out, nothing that this server asks of its database is done any more. */
export interface Power {
  isOn: () => boolean;
  /** Lets something fail at the given statement from now on, or at the given COMMIT. */
  failAt: (failure: Failure) => void;
  /** Runs a statement, unless the power is out or something fails at it. */
  run: <Outcome>(sql: string, statement: () => Outcome) => Outcome;
}

export type Failure = { counted: "statements" | "commits"; /** 1 is the next one. */ at: number } & (
  | { kind: "power"; when: "before" | "after" }
  /** The database refuses one statement, and the server lives on. */
  | { kind: "disk" }
);

/** `onFailed` is called when a failure happens, before anybody notices. */
export function createPower(onFailed: (failure: Failure) => void): Power {
  let isOn = true;
  let pending: Failure | undefined;

  /** The failure that is due at this statement. */
  function takeDue(sql: string): Failure | undefined {
    if (!pending || (pending.counted === "commits" && !isCommit(sql))) return undefined;
    pending = { ...pending, at: pending.at - 1 };
    if (pending.at > 0) return undefined;
    const due = pending;
    pending = undefined;
    return due;
  }

  return {
    isOn: () => isOn,
    failAt(failure) {
      pending = failure;
    },
    run(sql, statement) {
      if (!isOn) throw new PowerOut();
      const failure = takeDue(sql);
      if (!failure) return statement();
      if (failure.kind === "disk") {
        onFailed(failure);
        throw new DiskFull();
      }
      if (failure.when === "after") statement();
      isOn = false;
      onFailed(failure);
      throw new PowerOut();
    },
  };
}

/** What code that runs on without power gets to see. */
export class PowerOut extends Error {
  override name = "PowerOut";
}

const diskFull = "database or disk is full (simulated)";

/** What a database says that cannot write any more. */
export class DiskFull extends Error {
  override name = "DiskFull";
  constructor() {
    super(diskFull);
  }
}

/** Whether a failure, or a line of a log about one, goes back to a disk that was made to be full. */
export function isOfFullDisk(text: string): boolean {
  return text.includes(diskFull);
}

function isCommit(sql: string): boolean {
  return /^commit/i.test(sql);
}
