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
          Sign in
        </button>
      )}
      {code === "server_unreachable" && (
        <button type="button" className="button button-quiet" onClick={() => void openDashboard("settings")}>
          Check the server
        </button>
      )}
      <button type="button" className="button button-quiet" disabled={isTrying} onClick={() => void tryAgain()}>
        {isTrying ? "Trying…" : "Try again"}
      </button>
    </>
  );
  return (
    <Notice tone="problem" actions={actions}>
      {tellFailure(error.failure)}
    </Notice>
  );
}
