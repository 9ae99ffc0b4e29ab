import { i18n } from "#i18n";
import { useState } from "react";
import { ChangePassword } from "./change-password.tsx";
import type { Session } from "../platform/session-store.ts";
import { signOut } from "../platform/sign-in.ts";
import { useConnection } from "../shell/connection.tsx";
import { EnterServer } from "../shell/enter-server.tsx";
import { LoadFailure } from "../shell/load-failure.tsx";
import { useServerInfo } from "../shell/queries.ts";
import { useProfile } from "../shell/use-profile.ts";
import { RichText } from "../ui/rich-text.tsx";
import { Icon } from "../ui/icon.tsx";

/** Who is signed in and the way out; or the ways in. */
export function AccountSettings() {
  const { session } = useConnection();
  return session ? <SignedInAs session={session} /> : <WaysIn />;
}

function SignedInAs({ session }: { session: Session }) {
  const { profile, error, retry } = useProfile();
  // Kept here, since what was known of the old session is forgotten with it, and the form with that.
  const [isPasswordNew, setIsPasswordNew] = useState(false);
  return (
    <>
      {error && <LoadFailure error={error} retry={retry} />}
      <div className="account">
        <p>
          {profile ? (
            <strong>{profile.user.isDemo ? i18n.t("dashboard.demoAccount") : profile.user.email}</strong>
          ) : (
            <span className="skeleton" />
          )}
          <span className="field-hint">
            <RichText
              text={i18n.t("settings.account.signedInAt", { host: new URL(session.serverUrl).host })}
              tags={{ host: inOrder }}
            />
          </span>
        </p>
        <button type="button" className="button button-quiet" onClick={() => void signOut()}>
          <Icon name="sign-out" />
          {i18n.t("settings.account.signOut")}
        </button>
      </div>
      <p role="status" className="field-hint">
        {isPasswordNew ? i18n.t("settings.account.passwordChanged") : ""}
      </p>
      {profile && !profile.user.isDemo && <ChangePassword session={session} onChanged={() => setIsPasswordNew(true)} />}
    </>
  );
}

function WaysIn() {
  const { settings } = useConnection();
  const info = useServerInfo(settings.serverUrl);
  if (info.error) return <LoadFailure error={info.error} retry={info.refetch} />;
  if (!info.data) return <span className="skeleton" />;
  return <EnterServer serverUrl={settings.serverUrl} info={info.data} />;
}

const inOrder = (words: string) => <bdi dir="ltr">{words}</bdi>;
