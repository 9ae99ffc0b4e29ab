import { i18n } from "#i18n";
import { tellFailure } from "../call/failure-words.ts";
import { useState } from "react";
import type { ApiError } from "./api-error.ts";
import { Notice } from "../ui/notice.tsx";
import { openDashboard, openWelcome } from "./open-page.ts";

/** Why something could not be loaded, with the way out that helps: sign in, check the server, or try again. */
export function LoadFailure({ error, retry }: { error: ApiError; retry: () => Promise<unknown> }) {
  const [isTrying, setIsTrying] = useState(false);
  const { code } = error.failure;
  const tryAgain = async () => {
    setIsTrying(true);
    await retry();
    setIsTrying(false);
  };
  const actions = (
    <>
      {code === "unauthorized" && (
        <button type="button" className="button button-quiet" onClick={() => void openWelcome("connect")}>
          {i18n.t("shell.signIn")}
        </button>
      )}
      {code === "server_unreachable" && (
        <button type="button" className="button button-quiet" onClick={() => void openDashboard("settings")}>
          {i18n.t("shell.checkServer")}
        </button>
      )}
      <button type="button" className="button button-quiet" disabled={isTrying} onClick={() => void tryAgain()}>
        {isTrying ? i18n.t("shell.trying") : i18n.t("shell.tryAgain")}
      </button>
    </>
  );
  return (
    <Notice tone="problem" actions={actions}>
      {tellFailure(error.failure)}
    </Notice>
  );
}
