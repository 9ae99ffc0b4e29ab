import { fork } from "node:child_process";

/** A process of ours that does what it is told, one order after the other, and answers each. */
export interface ObedientProcess {
  pid: number | undefined;
  obey(order: object): Promise<unknown>;
  stop(): void;
}

export function startObedient(path: string): ObedientProcess {
  const child = fork(path);
  return {
    pid: child.pid,
    obey: (order) =>
      new Promise((resolve, reject) => {
        const gone = () => reject(new Error(`${path} ended before it had done.`));
        child.once("exit", gone);
        child.once("message", (answer) => {
          child.off("exit", gone);
          resolve(answer);
        });
        child.send(order);
      }),
    stop: () => void child.kill(),
  };
}
