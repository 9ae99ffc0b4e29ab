/** A signalling socket, as far as it is listened to. */
type HeardSocket = Pick<WebSocket, "addEventListener" | "close" | "dispatchEvent">;

// The carrier says something every 5 to 10 s. The SDK itself gives a socket up after 15 s, but has been seen to stay "registered" on
// a dead one: https://github.com/twilio/twilio-voice.js/issues/444
const longestSilenceMs = 20_000;
const longestPauseMs = 11_000;
const lookEveryMs = 5000;

export interface SignallingWatch {
  /** Notes when a socket is heard, from its opening to its end. */
  listen(socket: HeardSocket): void;
  /** Looks after the sockets until `signal` aborts: on a timer, when the network is back, and when the machine wakes up. */
  keepAlive(options: { online: EventTarget; reregister: () => void; signal: AbortSignal }): void;
}

/** Makes the watch. `now` has to go on while the machine sleeps; set wrong, it costs a socket that is opened anew. */
export function createSignallingWatch(now: () => number): SignallingWatch {
  const heardAtMs = new Map<HeardSocket, number>();

  /** A dead socket does not close, since closing takes an answer: whoever uses it is told so at once and opens another. */
  function closeSilent(limitMs: number): void {
    for (const [socket, atMs] of heardAtMs) {
      if (now() - atMs <= limitMs) continue;
      heardAtMs.delete(socket);
      socket.close();
      socket.dispatchEvent(new CloseEvent("close", { code: 1006, wasClean: false }));
    }
  }

  return {
    listen(socket) {
      const hear = () => heardAtMs.set(socket, now());
      socket.addEventListener("open", hear);
      socket.addEventListener("message", () => heardAtMs.has(socket) && hear());
      socket.addEventListener("close", () => heardAtMs.delete(socket));
    },
    keepAlive({ online, reregister, signal }) {
      let lookedAtMs = now();
      let doubted: ReturnType<typeof setTimeout> | undefined;
      // Whatever was heard before the network changed says nothing of now: the next heartbeat has to come.
      const doubt = () => {
        clearTimeout(doubted);
        doubted = setTimeout(() => closeSilent(longestPauseMs), longestPauseMs + 1);
      };
      const look = () => {
        const sinceMs = now() - lookedAtMs;
        lookedAtMs = now();
        if (sinceMs > 2 * lookEveryMs) doubt();
        else closeSilent(longestSilenceMs);
        reregister();
      };
      const timer = setInterval(look, lookEveryMs);
      online.addEventListener("online", doubt, { signal });
      signal.addEventListener("abort", () => {
        clearInterval(timer);
        clearTimeout(doubted);
      });
    },
  };
}
