/** Follows something that changes elsewhere, on hints that may come at any rate. */
export interface Follower {
  /** Hints that there may be something new. */
  follow(this: void): void;
  close(): void;
}

/** Runs `look` once for all hints that come while it runs, and again a while after it failed. */
export function createFollower(
  look: () => Promise<void>,
  { retryMs, onFailure }: { retryMs: number; onFailure: (error: unknown) => void },
): Follower {
  const closed = new AbortController();
  let isLooking = false;
  let isHinted = false;
  let retry: NodeJS.Timeout | undefined;

  async function lookWhileHinted(): Promise<void> {
    isLooking = true;
    clearTimeout(retry);
    try {
      while (isHinted && !closed.signal.aborted) {
        isHinted = false;
        await look();
      }
    } catch (error) {
      if (closed.signal.aborted) return;
      onFailure(error);
      retry = setTimeout(follow, retryMs).unref();
    } finally {
      isLooking = false;
    }
  }

  function follow(): void {
    isHinted = true;
    if (!isLooking) void lookWhileHinted();
  }

  return {
    follow,
    close() {
      closed.abort();
      clearTimeout(retry);
    },
  };
}
