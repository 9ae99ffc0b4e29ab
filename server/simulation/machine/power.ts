/** The power of one running server: when it goes out, nothing that this server asks of its database is done any more. */
export interface Power {
  isOn: () => boolean;
  /** Lets something fail at the given statement from now on, or at the given COMMIT. */
  failAt: (failure: Failure) => void;
  /** Runs a statement, unless the power is out or something fails at it. */
  run: <Outcome>(sql: string, statement: () => Outcome) => Outcome;
  /** The same for a statement that takes its time. */
  runAsync: <Outcome>(sql: string, statement: () => Promise<Outcome>) => Promise<Outcome>;
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
    if (!isOn) throw new PowerOut();
    if (!pending || (pending.counted === "commits" && !isCommit(sql))) return undefined;
    pending = { ...pending, at: pending.at - 1 };
    if (pending.at > 0) return undefined;
    const due = pending;
    pending = undefined;
    return due;
  }

  function fail(failure: Failure): never {
    isOn &&= failure.kind === "disk";
    onFailed(failure);
    throw failure.kind === "disk" ? new DiskFull() : new PowerOut();
  }

  return {
    isOn: () => isOn,
    failAt(failure) {
      pending = failure;
    },
    run(sql, statement) {
      const failure = takeDue(sql);
      if (!failure) return statement();
      if (isAfter(failure)) statement();
      return fail(failure);
    },
    async runAsync(sql, statement) {
      const failure = takeDue(sql);
      if (!failure) return statement();
      if (isAfter(failure)) await statement();
      return fail(failure);
    },
  };
}

function isAfter(failure: Failure): boolean {
  return failure.kind === "power" && failure.when === "after";
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

/** Whether a failure goes back to a disk that was made to be full, whatever was wrapped around it. */
export function isOfFullDisk(error: unknown): boolean {
  if (error instanceof Error && error.cause !== undefined) return isOfFullDisk(error.cause);
  return error instanceof DiskFull || tellsOfFullDisk(String(error));
}

/** Whether a line of a log tells of such a failure. */
export function tellsOfFullDisk(line: string): boolean {
  return line.includes(diskFull);
}

function isCommit(sql: string): boolean {
  return /^commit/i.test(sql);
}
