import type { CarrierError } from "../legs.ts";

/** A frame that the carrier sends to a browser. Fields that are undefined are left out on the wire. */
export type ServerFrame =
  | {
      type: "connected";
      payload: {
        region: string;
        edge: string;
        home: string;
        gateway: string;
        token: { identity: string; ttl: number; accountSid: string };
      };
    }
  | { type: "ready" | "offline" | "close"; payload: Record<string, never> }
  | { type: "ringing"; payload: { callsid: string; sdp: string | undefined } }
  | { type: "answer"; payload: { callsid: string; sdp: string | undefined; reconnect?: string } }
  | {
      type: "invite";
      payload: { callsid: string; sdp: string; reconnect: string; parameters: InviteParameters };
    }
  | { type: "cancel"; payload: { callsid: string } }
  | { type: "hangup"; payload: { callsid: string; error: CarrierError | undefined } }
  | { type: "message"; payload: { callsid: string; voiceeventsid: string } & UserMessage }
  | { type: "ack"; payload: { acktype: "message"; callsid: string; voiceeventsid: string } }
  | { type: "error"; payload: { error: CarrierError; callsid?: string; voiceeventsid?: string } };

/** What an incoming call tells the browser; `Params` is a query string of the custom parameters. */
export interface InviteParameters {
  CallSid: string;
  From: string;
  To: string;
  AccountSid: string;
  Params: string;
}

/** A user-defined message, in the wire's words. */
interface UserMessage {
  content: unknown;
  contenttype: string;
  messagetype: string;
}

/** The text of a frame. */
export function serialize(frame: ServerFrame): string {
  return JSON.stringify({ version: "1.6", ...frame });
}
