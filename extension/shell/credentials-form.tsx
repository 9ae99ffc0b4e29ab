import { i18n } from "#i18n";
import { shortestPassword } from "#shared/api/password.ts";
import { tellFailure } from "../call/failure-words.ts";
import { useState, type FormEvent } from "react";
import type { ApiFailure } from "../platform/api-failure.ts";
import { signIn, signUp } from "../platform/sign-in.ts";
import { counted } from "../ui/counted.ts";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { textOf } from "../ui/text-of.ts";

/** Signs in, or makes the first account of a server that has none. */
export function CredentialsForm({ serverUrl, isFirst }: { serverUrl: string; isFirst: boolean }) {
  const [isEntering, setIsEntering] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  const enter = async (form: FormData) => {
    setIsEntering(true);
    setFailure(undefined);
    const credentials = { email: textOf(form, "email"), password: textOf(form, "password") };
    const outcome = isFirst
      ? await signUp(serverUrl, { ...credentials, name: textOf(form, "name") })
      : await signIn(serverUrl, credentials);
    setIsEntering(false);
    if (!outcome.ok) setFailure(outcome.error);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void enter(new FormData(event.currentTarget));
  };
  return (
    <form className="credentials" onSubmit={submit}>
      {isFirst && (
        <>
          <p>{i18n.t("shell.account.firstAccount")}</p>
          <Field label={i18n.t("shell.account.name")}>
            {(control) => <input {...control} className="input" name="name" autoComplete="name" required />}
          </Field>
        </>
      )}
      <Field label={i18n.t("shell.account.email")}>
        {(control) => <input {...control} className="input" name="email" type="email" autoComplete="username" required />}
      </Field>
      <Field
        label={i18n.t("shell.account.password")}
        hint={isFirst ? counted("shell.account.passwordHint", shortestPassword) : undefined}
      >
        {(control) => (
          <input
            {...control}
            className="input"
            name="password"
            type="password"
            autoComplete={isFirst ? "new-password" : "current-password"}
            minLength={isFirst ? shortestPassword : undefined}
            required
          />
        )}
      </Field>
      {failure && <Notice tone="problem">{tellFailure(failure)}</Notice>}
      <button type="submit" className="button button-talk" disabled={isEntering}>
        {isEntering && <span className="spinner" />}
        {isFirst ? i18n.t("shell.account.create") : i18n.t("shell.signIn")}
      </button>
    </form>
  );
}
