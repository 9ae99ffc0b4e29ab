import { useState } from "react";
import { Icon } from "../ui/icon.tsx";

interface CallControlsProps {
  /** The call once it is answered; before that there is nothing to mute and nobody to send digits to. */
  talking: { isMuted: boolean } | undefined;
  isKeypadOpen: boolean;
  onKeypad: () => void;
  onMute: () => void;
  onHangUp: () => void;
}

export function CallControls({ talking, isKeypadOpen, onKeypad, onMute, onHangUp }: CallControlsProps) {
  const [isHangingUp, setIsHangingUp] = useState(false);
  const isMuted = talking?.isMuted ?? false;
  return (
    <div className="call-controls">
      <button
        type="button"
        className="round-control"
        data-muted={isMuted || undefined}
        aria-keyshortcuts="M"
        title="M"
        disabled={!talking}
        onClick={onMute}
      >
        <span className="round">
          <Icon name={isMuted ? "microphone-off" : "microphone"} />
        </span>
        {isMuted ? "Unmute" : "Mute"}
      </button>
      <button
        type="button"
        className="round-control round-control-stop"
        aria-disabled={isHangingUp || undefined}
        onClick={() => {
          setIsHangingUp(true);
          onHangUp();
        }}
      >
        <span className="round">
          <Icon name="hang-up" />
        </span>
        Hang up
      </button>
      <button type="button" className="round-control" aria-expanded={isKeypadOpen} disabled={!talking} onClick={onKeypad}>
        <span className="round">
          <Icon name="keypad" />
        </span>
        Keypad
      </button>
    </div>
  );
}
