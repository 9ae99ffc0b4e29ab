import { i18n } from "#i18n";
import { isLive } from "../../call/call-state.ts";
import { useCall } from "../../call/use-call.ts";
import type { NetworkTestResult } from "../../quality/network-test-result.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useConnection } from "../connection.tsx";
import { FigureList } from "../quality/figure-list.tsx";
import { networkTestWords } from "./network-test-words.ts";
import "./network-test.css";
import { useNetworkTest } from "./use-network-test.ts";

/** Tries whether calls will get through and sound well, before one is made. */
export function NetworkTestPanel() {
  const { session } = useConnection();
  const { snapshot } = useCall();
  const { state, start, stop } = useNetworkTest();
  const isRunning = state.status === "running";
  // One device at a time: a second would take the microphone and the network from the call.
  const obstacle =
    isLive(snapshot.state) && !isRunning
      ? i18n.t("quality.test.duringCall")
      : session
        ? undefined
        : i18n.t("quality.test.signedOut");
  return (
    <div className="network-test">
      <p className="field-hint">{i18n.t("quality.test.about")}</p>
      {state.status === "over" && <Result result={state.result} />}
      <p role="status" className={isRunning ? "network-test-running" : "visually-hidden"}>
        {isRunning && i18n.t("quality.test.running")}
      </p>
      {isRunning && <progress className="network-test-progress" aria-label={i18n.t("quality.test.title")} />}
      {obstacle && <p className="field-hint">{obstacle}</p>}
      <div>
        {isRunning ? (
          <button type="button" className="button button-quiet" onClick={stop}>
            {i18n.t("quality.test.stop")}
          </button>
        ) : (
          <button type="button" className="button button-quiet" disabled={obstacle !== undefined} onClick={() => void start()}>
            {state.status === "over" ? i18n.t("quality.test.again") : i18n.t("quality.test.start")}
          </button>
        )}
      </div>
    </div>
  );
}

function Result({ result }: { result: NetworkTestResult }) {
  const { tone, verdict, advice, lines } = networkTestWords(result);
  const report = [verdict, advice, ...lines.map(({ name, text }) => `${name}: ${text}`)].filter(Boolean).join("\n");
  return (
    <Notice tone={tone} actions={lines.length > 0 && <CopyButton text={report} label={i18n.t("quality.test.copy")} />}>
      <p className="network-test-verdict">{verdict}</p>
      {advice && <p>{advice}</p>}
      {lines.length > 0 && <FigureList figures={lines} />}
    </Notice>
  );
}
