import { i18n } from "#i18n";
import { failureWords } from "../call/failure-words.ts";
import type { CallState } from "../call/call-state.ts";
import { useCall } from "../call/use-call.ts";
import { CopyDiagnostics } from "../shell/diagnostics/copy-diagnostics.tsx";
import { isWorthAsking } from "../shell/quality/is-worth-asking.ts";
import { SoundQuestion } from "../shell/quality/sound-question.tsx";
import { shortfallOf } from "../shell/shortfall.ts";
import { takeWayOut } from "../shell/take-way-out.ts";
import { useProfile } from "../shell/use-profile.ts";
import { partyOf } from "../shell/party.ts";
import { statusWords } from "../shell/status-words.ts";
import { wayOutLabels, wayOutOf } from "../shell/way-out.ts";
import { formatMoney } from "../ui/format-money.ts";
import { CallFate } from "./call-fate.tsx";
import { CalledParty } from "./called-party.tsx";

interface FailedCallProps {
  state: Extract<CallState, { status: "failed" }>;
  onCallAgain: () => void;
  /** Goes back to the dialer with the number in the field. */
  onMend: () => void;
  onClose: () => void;
}

/** Why a call did not come about, in one sentence, and the step that helps. */
export function FailedCall({ state, onCallAgain, onMend, onClose }: FailedCallProps) {
  const { sentence, cause, wayOut: advice } = failureWords(state.failure);
  const { snapshot } = useCall();
  const { profile } = useProfile();
  const shortfall = shortfallOf(state, profile?.balance);
  const wayOut = wayOutOf(state.failure.code);
  return (
    <>
      <p className="call-status call-status-failed">{statusWords.failed}</p>
      <div className="failure">
        <CalledParty party={partyOf(state)} />
        <p className="failure-reason" role="alert">
          {sentence}
        </p>
        <p className="failure-cause">
          {cause} {advice}
        </p>
        {/* It was talked on before it was lost: how long, and for how much, is what one wants to know then. */}
        {state.call?.answeredAt && (
          <p className="failure-cause figures">
            <CallFate callId={state.call.id} />
          </p>
        )}
        <CopyDiagnostics />
      </div>
      {shortfall && (
        <dl className="receipt figures">
          <div>
            <dt>{shortfall.neededLabel}</dt>
            <dd>{formatMoney(shortfall.neededMicros, { decimals: 4 })}</dd>
          </div>
          <div>
            <dt>{i18n.t("dialer.figures.available")}</dt>
            <dd>{formatMoney(shortfall.availableMicros, { decimals: 4 })}</dd>
          </div>
        </dl>
      )}
      {state.call && isWorthAsking(state, snapshot.sound) && <SoundQuestion key={state.call.id} callId={state.call.id} isAsked />}
      <div className="after-actions">
        <button type="button" className="button button-quiet" onClick={onClose}>
          {i18n.t("dialer.close")}
        </button>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the call that had the focus is over */}
        <button
          type="button"
          className="button button-talk"
          autoFocus
          onClick={() => takeWayOut(wayOut, { onCallAgain, onChangeNumber: onMend, onChangeCallerId: onMend })}
        >
          {wayOutLabels[wayOut]}
        </button>
      </div>
    </>
  );
}
