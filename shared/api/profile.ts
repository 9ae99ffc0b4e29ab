import { z } from "zod";
import { accountIdSchema } from "../ids.ts";
import { microsSchema } from "../money.ts";
import { callSchema } from "./calls.ts";

const balanceSchema = z.object({
  /** Everything paid in less everything charged. */
  postedMicros: microsSchema,
  /** What calls in progress have set aside. */
  heldMicros: microsSchema,
  /** posted - held: what another call may use. Never below zero. */
  availableMicros: microsSchema,
});
export type Balance = z.infer<typeof balanceSchema>;

/** `GET /api/user/profile`: who is signed in, what is left, and the calls going on or just over. */
export const profileSchema = z.object({
  /** Grows with every change but one: a call leaves `recentCalls` by time alone. */
  rev: z.int(),
  user: z.object({
    email: z.string(),
    name: z.string(),
    role: z.enum(["owner", "member"]),
    accountId: accountIdSchema,
    isDemo: z.boolean(),
  }),
  balance: balanceSchema,
  /** Calls that have not ended, and those that ended within the last minute, newest first. */
  recentCalls: z.array(callSchema),
});
export type Profile = z.infer<typeof profileSchema>;
