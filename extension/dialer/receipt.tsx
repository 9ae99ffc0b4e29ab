import { i18n } from "#i18n";
import type { CallState } from "../call/call-state.ts";
import { useCall } from "../call/use-call.ts";
import { readMeter } from "../call/call-meter.ts";
import { partyOf } from "../shell/party.ts";
import { useContactOf } from "../shell/queries.ts";
import { isWorthAsking } from "../shell/quality/is-worth-asking.ts";
import { SoundQuestion } from "../shell/quality/sound-question.tsx";
import { statusWords } from "../shell/status-words.ts";
import { formatMoney } from "../ui/format-money.ts";
import { formatDuration } from "../ui/format-duration.ts";
import { formatRate } from "../ui/format-rate.ts";
import { Icon } from "../ui/icon.tsx";
import { AddContact } from "./add-contact.tsx";
import { CalledParty } from "./called-party.tsx";
import { NoteEditor } from "./note-editor.tsx";

interface ReceiptProps {
  state: Extract<CallState, { status: "ended" }>;
  onCallAgain: () => void;
  onDone: () => void;
}

/** What a call came to, and what is to be kept of it. */
export function Receipt({ state, onCallAgain, onDone }: ReceiptProps) {
  const { snapshot } = useCall();
  const { call } = state;
  const meter = readMeter(snapshot, state.endedAtMs);
  const contact = useContactOf(call.toNumber).data;
  const newest = snapshot.profile?.recentCalls.find(({ id }) => id === call.id) ?? call;
  const party = partyOf(state);
  return (
    <>
      <p className="call-status">{statusWords.ended}</p>
      <CalledParty party={{ ...party, name: contact?.name ?? party.name }} />
      <dl className="receipt figures">
        <div>
          <dt>{i18n.t("dialer.figures.duration")}</dt>
          <dd>{meter && formatDuration(meter.durationSeconds)}</dd>
        </div>
        <div>
          <dt>{i18n.t("dialer.figures.rate")}</dt>
          <dd>{formatRate(call.rate)}</dd>
        </div>
        <div className="receipt-total">
          <dt>{i18n.t("dialer.figures.cost")}</dt>
          <dd>{meter && formatMoney(meter.costMicros, { decimals: 4 })}</dd>
        </div>
        <div>
          <dt>{i18n.t("dialer.figures.newBalance")}</dt>
          <dd>{meter?.balanceLeftMicros === undefined ? "–" : formatMoney(meter.balanceLeftMicros, { decimals: 4 })}</dd>
        </div>
      </dl>
      <div className="after-keep">
        <NoteEditor key={call.id} call={newest} rows={2} />
        {contact === null && <AddContact number={call.toNumber} />}
        <SoundQuestion key={`sound ${call.id}`} callId={call.id} isAsked={isWorthAsking(state, snapshot.sound)} />
      </div>
      <div className="after-actions">
        <button type="button" className="button button-quiet" onClick={onCallAgain}>
          <Icon name="phone" />
          {i18n.t("dialer.callAgain")}
        </button>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the call that had the focus is over */}
        <button type="button" className="button button-talk" autoFocus onClick={onDone}>
          {i18n.t("dialer.done")}
        </button>
      </div>
    </>
  );
}
