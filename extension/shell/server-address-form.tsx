import { i18n } from "#i18n";
import { tellFailure } from "../call/failure-words.ts";
import { useState, type FormEvent } from "react";
import { createApi } from "../platform/api.ts";
import { sessionStore } from "../platform/session-store.ts";
import { updateSettings } from "../platform/settings-store.ts";
import { signOut } from "../platform/sign-in.ts";
import { leftToRight } from "../ui/left-to-right.ts";
import { Field } from "../ui/field.tsx";
import "./enter-server.css";
import { useConnection } from "./connection.tsx";
import { parseServerAddress } from "./server-address.ts";

/** The server's address. It is kept only once a Ringback server has answered there. */
export function ServerAddressForm({ onFound }: { onFound?: () => void }) {
  const { settings } = useConnection();
  const [typed, setTyped] = useState(settings.serverUrl);
  const [isTesting, setIsTesting] = useState(false);
  const [outcome, setOutcome] = useState<{ found: string } | { problem: string }>();

  const test = async () => {
    setIsTesting(true);
    setOutcome(await tryAddress(typed));
    setIsTesting(false);
    onFound?.();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void test();
  };
  return (
    <form className="server-address" onSubmit={submit}>
      <Field label={i18n.t("shell.server.address")} problem={outcome && "problem" in outcome ? outcome.problem : undefined}>
        {(control) => (
          <div className="address-row">
            <input
              {...control}
              className="input"
              dir="ltr"
              inputMode="url"
              autoComplete="url"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <button type="submit" className="button" disabled={isTesting}>
              {isTesting && <span className="spinner" />}
              {isTesting ? i18n.t("shell.server.testing") : i18n.t("shell.server.testAndSave")}
            </button>
          </div>
        )}
      </Field>
      <p role="status" className="field-hint">
        {outcome && "found" in outcome ? outcome.found : ""}
      </p>
    </form>
  );
}

async function tryAddress(typed: string): Promise<{ found: string } | { problem: string }> {
  const address = parseServerAddress(typed);
  if (!address.ok) return { problem: address.error };
  const { url, isOpen } = address.value;
  const answer = await createApi({ serverUrl: url }).serverInfo();
  if (!answer.ok) return { problem: tellFailure(answer.error) };
  await keepAddress(url);
  const { carrier, version } = answer.value;
  const key = carrier === "sandbox" ? "shell.server.foundSandbox" : "shell.server.foundTwilio";
  const found = i18n.t(key, { version: leftToRight(version) });
  return { found: isOpen ? `${found} ${i18n.t("shell.server.isOpen")}` : found };
}

/** A session belongs to the server that gave it, and ends when another is chosen. */
async function keepAddress(serverUrl: string): Promise<void> {
  const session = await sessionStore.read();
  if (session && session.serverUrl !== serverUrl) await signOut();
  await updateSettings({ serverUrl });
}
