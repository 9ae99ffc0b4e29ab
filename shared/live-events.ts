import { z } from "zod";
import { profileSchema } from "./api/profile.ts";

/**
 * Events of `GET /api/live`. `profile` is the same snapshot that `GET /api/user/profile` answers, sent at once and after
 * every change, with `id: <rev>`; `heartbeat` comes every 20 s so that a dead stream is noticed.
 * Whoever missed events needs only the newest snapshot: nothing is ever sent as a difference.
 */
export const liveEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("profile"), profile: profileSchema }),
  z.object({ type: z.literal("heartbeat"), rev: z.int() }),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;

export const heartbeatIntervalMs = 20_000;
