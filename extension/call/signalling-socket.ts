import { createSignallingWatch } from "./signalling-watch.ts";

/**
 * The voice SDK speaks `wss://HOST/signal` only, and takes `globalThis.WebSocket` when its module is evaluated. This module,
 * imported before the SDK's, puts a WebSocket there that leads one address that cannot exist to the local sandbox carrier
 * and every other one where it says, and hears when each falls silent. Should the rewriting ever fail, `.invalid` never resolves: the call fails, nothing leaks.
 * https://www.rfc-editor.org/rfc/rfc6761#section-6.4
 */
export const sandboxHost = "sandbox-carrier.invalid";

const sandboxUrl = `wss://${sandboxHost}/signal`;
let signalUrl: string | undefined;

/** Where the sandbox carrier listens from now on. */
export function setSandboxSignalUrl(url: string): void {
  signalUrl = url;
}

/** Which of the SDK's sockets are heard, and since when not. The SDK shows them to nobody. */
export const signallingWatch = createSignallingWatch(Date.now);

class SignallingSocket extends globalThis.WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(String(url) === sandboxUrl && signalUrl !== undefined ? signalUrl : url, protocols);
    signallingWatch.listen(this);
  }
}

globalThis.WebSocket = SignallingSocket;
