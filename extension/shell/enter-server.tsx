import { i18n } from "#i18n";
import { tellFailure } from "../call/failure-words.ts";
import { useState } from "react";
import type { ServerInfo } from "#shared/api/server-info.ts";
import { micros } from "#shared/money.ts";
import type { Result } from "#shared/result.ts";
import type { ApiFailure } from "../platform/api-failure.ts";
import { startDemo } from "../platform/sign-in.ts";
import type { Session } from "../platform/session-store.ts";
import { formatMoney } from "../ui/format-money.ts";
import { Notice } from "../ui/notice.tsx";
import { CredentialsForm } from "./credentials-form.tsx";
import "./enter-server.css";

/** What a demo account begins with. */
const demoMoney = micros(10_000_000);

/** The ways into a server that was found: the demo with one click, the first account, or signing in. */
export function EnterServer({ serverUrl, info }: { serverUrl: string; info: ServerInfo }) {
  const [isFormOpen, setIsFormOpen] = useState(!info.demoAvailable);
  return (
    <div className="enter-server">
      {info.demoAvailable && <DemoButton serverUrl={serverUrl} />}
      {isFormOpen ? (
        <CredentialsForm serverUrl={serverUrl} isFirst={info.signUpOpen} />
      ) : (
        <button type="button" className="button button-link" onClick={() => setIsFormOpen(true)}>
          {info.signUpOpen ? i18n.t("shell.account.createOwnerInstead") : i18n.t("shell.account.signInInstead")}
        </button>
      )}
    </div>
  );
}

function DemoButton({ serverUrl }: { serverUrl: string }) {
  const [isEntering, setIsEntering] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  const enter = async () => {
    setIsEntering(true);
    const outcome: Result<Session, ApiFailure> = await startDemo(serverUrl);
    setIsEntering(false);
    setFailure(outcome.ok ? undefined : outcome.error);
  };
  return (
    <div className="demo">
      <button type="button" className="button button-talk button-large" disabled={isEntering} onClick={() => void enter()}>
        {isEntering && <span className="spinner" />}
        {i18n.t("shell.account.tryDemo")}
      </button>
      <p className="field-hint">{i18n.t("shell.account.demoHint", { amount: formatMoney(demoMoney, { decimals: 0 }) })}</p>
      {failure && <Notice tone="problem">{tellFailure(failure)}</Notice>}
    </div>
  );
}
