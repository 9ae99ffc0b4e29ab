import { z } from "zod";

/** SDPs of audio sessions are a few kilobytes; nothing else comes near. */
const longestSdp = 32 * 1024;
const longestFrame = 64 * 1024;

const callsid = z.string().min(1).max(64);
const sdp = z.string().min(1).max(longestSdp);

const clientFrameSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("listen"),
    // The SDK asks for up to 30 s in which it may come back to a live call; 0 means that it will not.
    payload: z.object({ token: z.string().default(""), reconnectTimeout: z.number().min(0).max(30).default(0) }),
  }),
  z.object({ type: z.literal("register"), payload: z.object({ media: z.object({ audio: z.boolean() }) }) }),
  z.object({
    type: z.literal("invite"),
    payload: z.object({
      callsid,
      sdp,
      reconnect: z.string().max(256).optional(),
      twilio: z.object({ params: z.string().default("") }).default({ params: "" }),
    }),
  }),
  z.object({ type: z.literal("answer"), payload: z.object({ callsid, sdp }) }),
  z.object({ type: z.literal("reinvite"), payload: z.object({ callsid, sdp }) }),
  z.object({ type: z.literal("reject"), payload: z.object({ callsid }) }),
  z.object({ type: z.literal("hangup"), payload: z.object({ callsid, message: z.string().nullish() }) }),
  z.object({ type: z.literal("dtmf"), payload: z.object({ callsid, dtmf: z.string().regex(/^[0-9w*#]{1,256}$/) }) }),
  z.object({
    type: z.literal("message"),
    payload: z.object({
      callsid,
      content: z.json(),
      contenttype: z.string().default("application/json"),
      messagetype: z.string(),
      voiceeventsid: z.string(),
    }),
  }),
]);

/** A frame that a browser sends. */
export type ClientFrame = z.infer<typeof clientFrameSchema>;

/** The frame that a text holds; undefined when it holds none: no JSON, no known type, a field missing, or too long. */
export function parseClientFrame(text: string): ClientFrame | undefined {
  return text.length > longestFrame ? undefined : clientFrameSchema.safeParse(parseJson(text)).data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
