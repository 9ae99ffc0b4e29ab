import type { CallSnapshot } from "../call/call-snapshot.ts";
import type { CallState } from "../call/call-state.ts";
import { formatDuration } from "../ui/format-duration.ts";

// Time enough to say goodbye.
const warnSeconds = 60;

interface CallNotesProps {
  state: CallState;
  freshness: CallSnapshot["freshness"];
  secondsLeft: number | undefined;
}

/** One line for what a person must know now, the most pressing alone. Its place is kept when there is nothing to say. */
export function CallNotes({ state, freshness, secondsLeft }: CallNotesProps) {
  const isEnding = secondsLeft !== undefined && secondsLeft <= warnSeconds;
  return (
    <div className="call-note">
      {state.status === "reconnecting" ? (
        <p role="status">Network lost. Reconnecting; the call goes on.</p>
      ) : isEnding ? (
        <p>
          <span role="alert">Your balance ends this call soon.</span>{" "}
          <span className="figures">{formatDuration(secondsLeft)} left.</span>
        </p>
      ) : state.status === "open" && state.isMuted ? (
        <p>You are muted. They cannot hear you.</p>
      ) : state.status === "open" && freshness === "none" ? (
        <p role="status">The server does not answer. The balance may be late; the call goes on.</p>
      ) : null}
    </div>
  );
}
