import { readFileSync } from "node:fs";
import { z } from "zod";
import { createLiveClients, type LiveClients } from "./live-clients.ts";
import { createPollClients, type PollClients } from "./poll-clients.ts";
import { createPushLoad, type PushLoad } from "./push-load.ts";

// Plays everybody who is on the other side of the server: the clients that watch, and the carrier that has news of their calls.

const orderSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("begin"),
    port: z.int(),
    bearersFile: z.string(),
    signer: z.object({ authToken: z.string(), publicUrl: z.string(), path: z.string() }),
  }),
  z.object({ kind: z.literal("open") }),
  z.object({ kind: z.literal("push"), seconds: z.number(), perSecond: z.number() }),
  z.object({ kind: z.literal("fall_back") }),
  z.object({ kind: z.literal("poll"), seconds: z.number(), perSecond: z.number() }),
]);

let [port, bearers]: [number, string[]] = [0, []];
let streams: LiveClients | undefined;
let polls: PollClients | undefined;
let pushes: PushLoad | undefined;

process.on("message", (message) => void obey(orderSchema.parse(message)).then((result) => process.send?.(result)));

async function obey(order: z.output<typeof orderSchema>): Promise<object> {
  switch (order.kind) {
    case "begin":
      [port, bearers] = [order.port, readFileSync(order.bearersFile, "utf8").split("\n")];
      pushes = createPushLoad(port, { signer: order.signer, calls: bearers.length });
      return {};
    case "open":
      streams = createLiveClients(port);
      streams.onSnapshot = (client) => pushes?.handleSnapshot(client);
      await streams.open(bearers);
      return {};
    case "push":
      return { ...(await pushes?.run(order)), heartbeats: streams?.heartbeats ?? 0, ended: streams?.ended ?? 0 };
    case "fall_back": {
      streams?.close();
      polls = createPollClients(port, bearers);
      // The first answer of each is a whole profile; only those that follow are what polling costs.
      await polls.poll(warmUpSeconds);
      return {};
    }
    case "poll": {
      const [polled] = await Promise.all([polls?.poll(order.seconds), pushes?.run(order)]);
      polls?.close();
      return { ...polled };
    }
  }
}

const warmUpSeconds = 4;
