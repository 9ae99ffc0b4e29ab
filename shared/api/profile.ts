import { z } from "zod";
import { accountIdSchema } from "../ids.ts";
import { microsSchema } from "../money.ts";
import { callSchema } from "./calls.ts";
import { limitsSchema } from "./limits.ts";

const balanceSchema = z.object({
  /** Everything paid in less everything charged. */
  postedMicros: microsSchema,
  /** What calls in progress have set aside. */
  heldMicros: microsSchema,
  /** posted - held: what another call may use. Never below zero. */
  availableMicros: microsSchema,
  /** Taken back by the bank after it was spent; the next money that comes in pays it off first. */
  owedMicros: microsSchema,
  /** From which balance on the person wants to be told; 0 for never. */
  lowBalanceMicros: microsSchema,
  /** Less than that is posted. What calls hold does not count: it comes back. */
  isLow: z.boolean(),
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
  limits: limitsSchema,
  /** Calls that have not ended, and those that ended within the last minute, newest first. */
  recentCalls: z.array(callSchema),
});
export type Profile = z.infer<typeof profileSchema>;
