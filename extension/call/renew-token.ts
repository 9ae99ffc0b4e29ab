import type { Api } from "../platform/api.ts";
import { sleep } from "./sleep.ts";

// A server that is restarted is back in seconds, and a token is asked for a minute before it is needed.
const retryMs = 5000;

interface RenewTokenParts {
  api: Pick<Api, "voiceToken">;
  onToken: (token: string) => void;
  signal: AbortSignal;
}

/**
 * Asks for another token until there is one. Without it the call goes on: the carrier asks for one only when the socket is opened anew,
 * which may happen at any time.
 */
export async function renewToken({ api, onToken, signal }: RenewTokenParts): Promise<void> {
  while (!signal.aborted) {
    const token = await api.voiceToken({ signal });
    if (token.ok && !signal.aborted) onToken(token.value.token);
    // Who has been signed out meanwhile finishes the call, but gets no other token however often it is asked for.
    if (token.ok || token.error.code === "unauthorized") return;
    await sleep(retryMs, signal);
  }
}
