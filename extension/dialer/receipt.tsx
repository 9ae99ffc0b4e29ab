import { formatDollars } from "#shared/money.ts";
import type { CallState } from "../call/call-state.ts";
import { useCall } from "../call/use-call.ts";
import { readMeter } from "../call/call-meter.ts";
import { partyOf } from "../shell/party.ts";
import { statusWords } from "../shell/status-words.ts";
import { formatDuration } from "../ui/format-duration.ts";
import { formatRate } from "../ui/format-rate.ts";
import { Icon } from "../ui/icon.tsx";
import { CalledParty } from "./called-party.tsx";

interface ReceiptProps {
  state: Extract<CallState, { status: "ended" }>;
  onCallAgain: () => void;
  onDone: () => void;
}

/** What a call came to. */
export function Receipt({ state, onCallAgain, onDone }: ReceiptProps) {
  const { snapshot } = useCall();
  const meter = readMeter(snapshot, state.endedAtMs);
  return (
    <>
      <p className="call-status">{statusWords.ended}</p>
      <CalledParty party={partyOf(state)} />
      <dl className="receipt figures">
        <div>
          <dt>Duration</dt>
          <dd>{meter && formatDuration(meter.durationSeconds)}</dd>
        </div>
        <div>
          <dt>Rate</dt>
          <dd>{formatRate(state.call.rate)}</dd>
        </div>
        <div className="receipt-total">
          <dt>Cost</dt>
          <dd>{meter && formatDollars(meter.costMicros, { decimals: 4 })}</dd>
        </div>
        <div>
          <dt>New balance</dt>
          <dd>{meter?.balanceLeftMicros === undefined ? "–" : formatDollars(meter.balanceLeftMicros, { decimals: 4 })}</dd>
        </div>
      </dl>
      <div className="after-actions">
        <button type="button" className="button button-quiet" onClick={onCallAgain}>
          <Icon name="phone" />
          Call again
        </button>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the call that had the focus is over */}
        <button type="button" className="button button-talk" autoFocus onClick={onDone}>
          Done
        </button>
      </div>
    </>
  );
}
