import { z } from "zod";

/** `POST /api/voice/token`: what the voice SDK needs to register and connect. */
export const voiceTokenAnswerSchema = z.object({
  token: z.string(),
  identity: z.string(),
  /** Whole seconds until the token expires. */
  ttlSeconds: z.int().positive(),
  /** Where the local sandbox carrier listens (ws://127.0.0.1:...); null when the carrier is Twilio. */
  sandboxSignalUrl: z.string().nullable(),
});
export type VoiceTokenAnswer = z.infer<typeof voiceTokenAnswerSchema>;
