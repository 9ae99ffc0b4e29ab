import { i18n } from "#i18n";
import type { Profile } from "#shared/api/profile.ts";
import { useConnection } from "../shell/connection.tsx";
import { EnterServer } from "../shell/enter-server.tsx";
import { LoadFailure } from "../shell/load-failure.tsx";
import { useServerInfo } from "../shell/queries.ts";
import { ServerAddressForm } from "../shell/server-address-form.tsx";
import { useProfile } from "../shell/use-profile.ts";
import { leftToRight } from "../ui/left-to-right.ts";
import { RichText } from "../ui/rich-text.tsx";
import { Notice } from "../ui/notice.tsx";
import { NextButton } from "./next-button.tsx";

/** Finds the server and lets one in. */
export function ConnectStep() {
  const { session } = useConnection();
  return session ? <Connected serverUrl={session.serverUrl} /> : <NotYet />;
}

function Connected({ serverUrl }: { serverUrl: string }) {
  const { profile, error, retry } = useProfile();
  return (
    <>
      <h1>{i18n.t("welcome.connect.connected")}</h1>
      {error ? (
        <LoadFailure error={error} retry={retry} />
      ) : (
        <Notice tone="good">
          <RichText text={whereAndWho(new URL(serverUrl).host, profile?.user)} tags={{ host: inBold }} />{" "}
        </Notice>
      )}
      <NextButton step="connect" />
    </>
  );
}

function NotYet() {
  const { settings } = useConnection();
  const info = useServerInfo(settings.serverUrl);
  return (
    <>
      <h1>{i18n.t("welcome.connect.title")}</h1>
      {info.data ? (
        <>
          <p className="lead">
            <RichText
              text={i18n.t("welcome.connect.answers", {
                version: leftToRight(info.data.version),
                host: new URL(settings.serverUrl).host,
              })}
              tags={{ host: inBold }}
            />{" "}
          </p>
          <EnterServer serverUrl={settings.serverUrl} info={info.data} />
          <details className="elsewhere">
            <summary>{i18n.t("welcome.connect.elsewhere")}</summary>
            <ServerAddressForm />
          </details>
        </>
      ) : info.error ? (
        <>
          <p className="lead">
            <RichText
              text={i18n.t("welcome.connect.noAnswer", { host: new URL(settings.serverUrl).host })}
              tags={{ host: inBold, command: asCode }}
            />{" "}
          </p>
          <ServerAddressForm />
          <div className="step-actions">
            <button type="button" className="button button-quiet" disabled={info.isFetching} onClick={() => void info.refetch()}>
              {info.isFetching && <span className="spinner" />}
              {i18n.t("welcome.connect.lookAgain")}
            </button>
          </div>
        </>
      ) : (
        <p className="lead" role="status">
          <span className="spinner" /> {i18n.t("welcome.connect.looking")}
        </p>
      )}
    </>
  );
}

function whereAndWho(host: string, user: Profile["user"] | undefined): string {
  if (!user) return i18n.t("welcome.connect.asSomebody", { host });
  if (user.isDemo) return i18n.t("welcome.connect.asDemo", { host });
  return i18n.t("welcome.connect.asUser", { host, email: leftToRight(user.email) });
}

const inBold = (words: string) => <strong dir="ltr">{words}</strong>;
const asCode = (words: string) => <code dir="ltr">{words}</code>;
