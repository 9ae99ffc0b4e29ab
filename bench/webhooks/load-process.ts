import { z } from "zod";
import { signCallWebhooks } from "./call-webhooks.ts";
import { sendAll } from "./raw-client.ts";

// Signs requests when it is told to, which is not measured, and sends them when it is told to, which is.

const orderSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("sign"),
    signer: z.object({ authToken: z.string(), publicUrl: z.string(), path: z.string() }),
    calls: z.object({ first: z.int(), count: z.int() }),
  }),
  z.object({ kind: z.literal("send"), port: z.int(), connections: z.int() }),
]);

let requests: Buffer[] = [];

process.on("message", (message) => void obey(orderSchema.parse(message)));

async function obey(order: z.output<typeof orderSchema>): Promise<void> {
  switch (order.kind) {
    case "sign":
      requests = signCallWebhooks(order.signer, order.calls);
      process.send?.({ kind: "signed" });
      return;
    case "send":
      process.send?.(await sendAll({ host: "127.0.0.1", port: order.port }, requests, order.connections));
  }
}
