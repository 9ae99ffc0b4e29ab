import { randomInt } from "node:crypto";
import { createServer } from "node:net";

// Below the ports that systems hand out by themselves: a browser's own connection must not take one between two looks.
const [lowest, highest] = [20_000, 30_000];

/** A loopback port that is free. A server that must come back at the same address after a restart needs a fixed one. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
