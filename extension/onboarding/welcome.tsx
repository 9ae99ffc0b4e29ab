import { i18n } from "#i18n";
import { useEffect, useRef } from "react";
import { CallAnnouncer } from "../shell/call-announcer.tsx";
import { useConnection } from "../shell/connection.tsx";
import { useSites } from "../shell/use-sites.ts";
import { Brand } from "../ui/brand.tsx";
import { ConnectStep } from "./connect-step.tsx";
import { MicrophoneStep } from "./microphone-step.tsx";
import { SitesStep } from "./sites-step.tsx";
import { StepList } from "./step-list.tsx";
import { stepOf, stepTitles, type Step } from "./steps.ts";
import { TryStep } from "./try-step.tsx";
import { useHash } from "../ui/use-hash.ts";
import { useMicrophonePermission } from "./use-microphone-permission.ts";
import "./welcome.css";

/** The first minutes: server, microphone, sites, first call. Each step can be come back to. */
export function Welcome() {
  const { session } = useConnection();
  const permission = useMicrophonePermission();
  const { sites } = useSites();
  const done = new Set<Step>();
  if (session) done.add("connect");
  if (permission === "granted") done.add("microphone");
  if (sites && sites.mode !== "off") done.add("sites");
  const step = stepOf(useHash());
  const main = useFocusOnChange(step);
  return (
    <div className="welcome">
      <header className="welcome-side">
        <p className="welcome-brand">
          <Brand />
          Ringback
        </p>
        <p className="welcome-promise">{i18n.t("welcome.promise")}</p>
        <StepList current={step} done={done} />
      </header>
      <main ref={main} tabIndex={-1} className="welcome-step" aria-label={stepTitles[step]} key={step}>
        <CurrentStep step={step} permission={permission} />
      </main>
      <CallAnnouncer />
    </div>
  );
}

function CurrentStep({ step, permission }: { step: Step; permission: PermissionState | undefined }) {
  switch (step) {
    case "connect":
      return <ConnectStep />;
    case "microphone":
      return <MicrophoneStep permission={permission} />;
    case "sites":
      return <SitesStep />;
    case "try":
      return <TryStep />;
  }
}

/** A new step is read from its beginning; the page's first view leaves the focus where the browser put it. */
function useFocusOnChange(step: Step) {
  const element = useRef<HTMLElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) element.current?.focus();
    shown.current = step;
  }, [step]);
  return element;
}
