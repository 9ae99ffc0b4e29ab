import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { AuthoriseAll, Outcomes } from "./scarce-money.ts";

/** Starts another process on that Postgres, which authorises what it is sent. */
export async function startOtherProcess(url: string): Promise<{ authoriseAll: AuthoriseAll; stop: () => Promise<void> }> {
  const child = fork(join(import.meta.dirname, "authorise-process.ts"), [url], { execArgv: [] });
  await once(child, "message");
  return {
    async authoriseAll(callIds) {
      child.send(callIds);
      const [outcomes] = await once(child, "message");
      return outcomes as Outcomes;
    },
    async stop() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
