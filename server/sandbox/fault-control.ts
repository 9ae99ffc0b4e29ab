import { Hono } from "hono";
import { z } from "zod";
import { changeFaults } from "./faults.ts";
import type { Faults, Impairment } from "./legs.ts";
import type { HeardLeg } from "./switchboard/live-legs.ts";

const share = z.number().min(0).max(1);

const faultsChangeSchema = z.strictObject({
  callbacks: z
    .strictObject({
      dropShare: share.exactOptional(),
      doubleShare: share.exactOptional(),
      delayMs: z.int().min(0).exactOptional(),
      reorder: z.boolean().exactOptional(),
      statuses: z.array(z.string()).exactOptional(),
    })
    .exactOptional(),
  restDown: z.boolean().exactOptional(),
  overrunSeconds: z.number().min(0).exactOptional(),
});

const impairmentSchema = z.strictObject({ lossShare: share, burstMs: z.number().min(0).max(2000) });

/** What befalls all calls at once. */
interface Accidents {
  dropSockets: () => void;
  blackholeMedia: () => void;
  /** Sockets are cut off, and audio is lost until each browser comes by another way. */
  switchNetwork: () => void;
  /** A bad network under the audio, or a good one again. */
  impairMedia: (network: Impairment) => void;
}

/** What the tap hands out besides faults. */
export interface FaultTap extends Accidents {
  /** What the carrier hears of each caller now. */
  listen: () => Promise<HeardLeg[]>;
}

/**
 * The tap on the sandbox's faults for tests in another process: `GET /faults` shows them, `PATCH` changes some, and
 * accidents happen at once on `POST`. `GET /faults/heard` tells what the far end hears: a test of mute needs that side of it. It is served only when asked for, and behind the account's credentials like the rest.
 */
export function faultControlRoutes(faults: Faults, tap: FaultTap): Hono {
  const { dropSockets, blackholeMedia, switchNetwork, impairMedia, listen } = tap;
  return new Hono()
    .get("/", (context) => context.json(faults))
    .get("/heard", async (context) => context.json(await listen()))
    .patch("/", async (context) => {
      const parsed = faultsChangeSchema.safeParse(await context.req.json().catch(() => undefined));
      if (!parsed.success) return context.json({ message: z.prettifyError(parsed.error) }, 400);
      changeFaults(faults, parsed.data);
      return context.json(faults);
    })
    .post("/drop-sockets", (context) => {
      dropSockets();
      return context.body(null, 204);
    })
    .post("/switch-network", (context) => {
      switchNetwork();
      return context.body(null, 204);
    })
    .post("/impair-media", async (context) => {
      const parsed = impairmentSchema.safeParse(await context.req.json().catch(() => undefined));
      if (!parsed.success) return context.json({ message: z.prettifyError(parsed.error) }, 400);
      impairMedia(parsed.data);
      return context.body(null, 204);
    })
    .post("/blackhole-media", (context) => {
      blackholeMedia();
      return context.body(null, 204);
    });
}
