import { i18n } from "#i18n";
import { useEffect, useRef, useState } from "react";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import { listenLevel } from "./listen-level.ts";

/** Waves that follow one's own voice, as long as they are looked at. */
export function LevelMeter() {
  const waves = useRef<HTMLDivElement>(null);
  const [isBroken, setIsBroken] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    // Written past React: sixty times a second is for the style alone.
    const show = (level: number) => waves.current?.style.setProperty("--level", level.toFixed(3));
    listenLevel(show, stop.signal).catch(() => setIsBroken(true));
    return () => stop.abort();
  }, []);
  if (isBroken) return <Notice tone="heed">{i18n.t("welcome.microphone.doesNotStart")}</Notice>;
  return (
    <div ref={waves} className="level" aria-hidden="true">
      <span className="level-wave" />
      <span className="level-wave" />
      <span className="level-core">
        <Icon name="microphone" />
      </span>
    </div>
  );
}
