import { i18n } from "#i18n";
import { useState } from "react";
import { routeAudio, sinkIdOf } from "../audio/audio-route.ts";
import { updateAudioSettings } from "../platform/settings-store.ts";
import { useConnection } from "../shell/connection.tsx";
import { DeviceSelect } from "../shell/devices/device-select.tsx";
import { areNamed, useAudioDevices } from "../shell/devices/use-audio-devices.ts";
import { openWelcome } from "../shell/open-page.ts";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { useTestSound } from "./use-test-sound.ts";

/** Which microphone and loudspeakers calls use. */
export function DeviceSettings() {
  const { audio } = useConnection().settings;
  const devices = useAudioDevices();
  const play = useTestSound();
  if (!devices) return null;
  const route = routeAudio(audio, devices);
  return (
    <>
      {!areNamed(devices) && <NoNames />}
      <DeviceSelect
        label={i18n.t("audio.microphone")}
        kind="audioinput"
        devices={devices}
        choice={audio.microphone}
        onChoose={(microphone) => void updateAudioSettings({ microphone })}
      />
      <div className="device-row">
        <DeviceSelect
          label={i18n.t("audio.speaker")}
          kind="audiooutput"
          devices={devices}
          choice={audio.speaker}
          onChoose={(speaker) => void updateAudioSettings({ speaker })}
        />
        <button type="button" className="button button-quiet" onClick={() => play(sinkIdOf(route.speaker), 1)}>
          {i18n.t("audio.test.speaker")}
        </button>
      </div>
      <div className="device-row">
        <DeviceSelect
          label={i18n.t("audio.ringtone")}
          kind="audiooutput"
          devices={devices}
          choice={audio.ringtone}
          onChoose={(ringtone) => void updateAudioSettings({ ringtone })}
        />
        <button
          type="button"
          className="button button-quiet"
          onClick={() => play(sinkIdOf(route.ringtone), audio.ringtoneVolume)}
        >
          {i18n.t("audio.test.ringtone")}
        </button>
      </div>
      <RingingVolume />
      <Treatment />
    </>
  );
}

function RingingVolume() {
  const { ringtoneVolume } = useConnection().settings.audio;
  // Storage answers a moment later: a thumb that waited for it would jump back under the hand that drags it.
  const [percent, setPercent] = useState(Math.round(ringtoneVolume * 100));
  return (
    <Field label={i18n.t("audio.volume")}>
      {(control) => (
        <input
          {...control}
          type="range"
          className="volume"
          min={0}
          max={100}
          step={5}
          value={percent}
          onChange={(event) => {
            setPercent(event.target.valueAsNumber);
            void updateAudioSettings({ ringtoneVolume: event.target.valueAsNumber / 100 });
          }}
        />
      )}
    </Field>
  );
}

function NoNames() {
  return (
    <Notice
      tone="heed"
      actions={
        <button type="button" className="button button-quiet" onClick={() => void openWelcome("microphone")}>
          {i18n.t("audio.allow")}
        </button>
      }
    >
      <p>{i18n.t("audio.noNames")}</p>
    </Notice>
  );
}

const switches = [
  ["noiseSuppression", i18n.t("audio.treatment.noise")],
  ["echoCancellation", i18n.t("audio.treatment.echo")],
  ["autoGainControl", i18n.t("audio.treatment.gain")],
] as const;

function Treatment() {
  const { processing } = useConnection().settings.audio;
  return (
    <fieldset className="treatment" aria-describedby="treatment-hint">
      <legend className="field-label">{i18n.t("audio.treatment.title")}</legend>
      {switches.map(([name, label]) => (
        <label className="check" key={name}>
          <input
            type="checkbox"
            checked={processing[name]}
            onChange={() => void updateAudioSettings({ processing: { ...processing, [name]: !processing[name] } })}
          />
          {label}
        </label>
      ))}
      <p className="field-hint" id="treatment-hint">
        {i18n.t("audio.treatment.hint")}
      </p>
    </fieldset>
  );
}
