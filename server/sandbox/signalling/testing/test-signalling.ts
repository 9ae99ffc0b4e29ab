import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ClientLegListener, Invite } from "../../legs.ts";
import { createSignalling, type Signalling, type SignallingOptions } from "../signalling.ts";
import { testAccount } from "./test-account.ts";

/** A signalling server on a port of its own, with a switchboard that only writes down what it is told. */
export async function startTestSignalling(options: Partial<SignallingOptions> = {}) {
  const invites: Invite[] = [];
  const events: string[] = [];
  const errors: unknown[] = [];
  const signalling: Signalling = createSignalling({
    account: testAccount,
    onError: (error) => errors.push(error),
    switchboard: {
      handleInvite(invite) {
        invites.push(invite);
        invite.leg.listen(noteEvents(events));
      },
    },
    ...options,
  });
  const server = createServer();
  signalling.attach(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    signalling,
    invites,
    events,
    errors,
    url: `ws://${origin}/signal`,
    async close() {
      await signalling.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A listener that writes events down in words. */
export function noteEvents(events: string[]): ClientLegListener {
  return {
    handleAnswer: () => events.push("answer"),
    handleReject: () => events.push("reject"),
    handleHangUp: () => events.push("hangup"),
    handleDigits: (digits) => events.push(`digits ${digits}`),
  };
}
