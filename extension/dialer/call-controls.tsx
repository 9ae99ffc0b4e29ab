import { i18n } from "#i18n";
import { useState } from "react";
import { Icon, type IconName } from "../ui/icon.tsx";

/** What stands in the middle of a call. */
export type CallPanel = "party" | "keypad" | "note";

interface CallControlsProps {
  /** The call once it is answered; before that there is nothing to mute and nobody to send digits to. */
  talking: { isMuted: boolean } | undefined;
  /** Whether the server has made the call, so that a note has something to stay with. */
  isNotable: boolean;
  panel: CallPanel;
  onPanel: (panel: CallPanel) => void;
  onMute: () => void;
  onHangUp: () => void;
}

export function CallControls({ talking, isNotable, panel, onPanel, onMute, onHangUp }: CallControlsProps) {
  const isMuted = talking?.isMuted ?? false;
  const toggle = (wanted: CallPanel) => () => onPanel(panel === wanted ? "party" : wanted);
  return (
    <div className="call-controls">
      <div className="small-controls">
        <button
          type="button"
          className="round-control"
          data-muted={isMuted || undefined}
          data-voice={(talking && !isMuted) || undefined}
          aria-keyshortcuts="M"
          title="M"
          disabled={!talking}
          onClick={onMute}
        >
          <Round icon={isMuted ? "microphone-off" : "microphone"} />
          {isMuted ? i18n.t("dialer.call.unmute") : i18n.t("dialer.call.mute")}
        </button>
        <button
          type="button"
          className="round-control"
          aria-expanded={panel === "keypad"}
          disabled={!talking}
          onClick={toggle("keypad")}
        >
          <Round icon="keypad" />
          {i18n.t("dialer.keypad")}
        </button>
        <button
          type="button"
          className="round-control"
          aria-expanded={panel === "note"}
          disabled={!isNotable}
          onClick={toggle("note")}
        >
          <Round icon="note" />
          {i18n.t("dialer.note.label")}
        </button>
      </div>
      <HangUp onHangUp={onHangUp} />
    </div>
  );
}

function HangUp({ onHangUp }: { onHangUp: () => void }) {
  const [isHangingUp, setIsHangingUp] = useState(false);
  return (
    <button
      type="button"
      className="button button-stop hang-up"
      aria-disabled={isHangingUp || undefined}
      onClick={() => {
        setIsHangingUp(true);
        onHangUp();
      }}
    >
      <Icon name="hang-up" />
      {i18n.t("dialer.call.hangUp")}
    </button>
  );
}

function Round({ icon }: { icon: IconName }) {
  return (
    <span className="round">
      <Icon name={icon} />
    </span>
  );
}
