import { i18n } from "#i18n";
import { shortestPassword } from "#shared/api/password.ts";
import { useState, type FormEvent } from "react";
import { tellFailure } from "../call/failure-words.ts";
import type { ApiFailure } from "../platform/api-failure.ts";
import type { Session } from "../platform/session-store.ts";
import { changePassword } from "../platform/sign-in.ts";
import "../shell/enter-server.css";
import { counted } from "../ui/counted.ts";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { textOf } from "../ui/text-of.ts";

interface ChangePasswordProps {
  session: Session;
  onChanged: () => void;
}

/** Changes the password of whoever is signed in; the form comes when it is asked for. */
export function ChangePassword({ session, onChanged }: ChangePasswordProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <PasswordForm session={session} onChanged={onChanged} onLeave={() => setIsOpen(false)} />;
  return (
    <button type="button" className="button button-quiet password-button" onClick={() => setIsOpen(true)}>
      {i18n.t("settings.account.changePassword")}
    </button>
  );
}

interface PasswordFormProps extends ChangePasswordProps {
  onLeave: () => void;
}

function PasswordForm({ session, onChanged, onLeave }: PasswordFormProps) {
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  const send = async (form: FormData) => {
    setIsSending(true);
    setFailure(undefined);
    const passwords = { currentPassword: textOf(form, "current"), newPassword: textOf(form, "new") };
    const changed = await changePassword(session, passwords);
    setIsSending(false);
    if (changed.ok) onChanged();
    else setFailure(changed.error);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void send(new FormData(event.currentTarget));
  };
  return (
    <form className="credentials" onSubmit={submit}>
      <Field label={i18n.t("settings.account.currentPassword")}>
        {(control) => (
          <input
            {...control}
            className="input"
            name="current"
            type="password"
            autoComplete="current-password"
            required
            autoFocus
          />
        )}
      </Field>
      <Field label={i18n.t("settings.account.newPassword")} hint={counted("shell.account.passwordHint", shortestPassword)}>
        {(control) => (
          <input
            {...control}
            className="input"
            name="new"
            type="password"
            autoComplete="new-password"
            minLength={shortestPassword}
            required
          />
        )}
      </Field>
      {failure && <Notice tone="problem">{tellFailure(failure)}</Notice>}
      <div className="password-actions">
        <button type="submit" className="button button-talk" disabled={isSending}>
          {isSending && <span className="spinner" />}
          {i18n.t("settings.account.changePassword")}
        </button>
        <button type="button" className="button button-quiet" onClick={onLeave}>
          {i18n.t("settings.account.keepPassword")}
        </button>
      </div>
    </form>
  );
}
