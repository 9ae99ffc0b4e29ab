import { z } from "zod";

/** `GET /healthz`: that this is a Ringback server, and how one may come in. */
export const serverInfoSchema = z.object({
  service: z.literal("ringback"),
  version: z.string(),
  carrier: z.enum(["sandbox", "twilio"]),
  /** The first account may still be made. */
  signUpOpen: z.boolean(),
  /** A one-click demo account is to be had: `POST /api/demo`. */
  demoAvailable: z.boolean(),
  /** Money can be paid in by card: `POST /api/user/top-ups`. */
  cardPayments: z.boolean(),
});
export type ServerInfo = z.infer<typeof serverInfoSchema>;

/** `POST /api/demo`: a bearer token for a fresh demo account. */
export const demoAnswerSchema = z.object({ bearerToken: z.string() });
