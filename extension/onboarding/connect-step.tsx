import { useConnection } from "../shell/connection.tsx";
import { EnterServer } from "../shell/enter-server.tsx";
import { LoadFailure } from "../shell/load-failure.tsx";
import { useServerInfo } from "../shell/queries.ts";
import { ServerAddressForm } from "../shell/server-address-form.tsx";
import { useProfile } from "../shell/use-profile.ts";
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
      <h1>You are connected</h1>
      {error ? (
        <LoadFailure error={error} retry={retry} />
      ) : (
        <Notice tone="good">
          Signed in at <strong>{new URL(serverUrl).host}</strong>
          {profile && (profile.user.isDemo ? " with a demo account." : ` as ${profile.user.email}.`)}
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
      <h1>Connect to your server</h1>
      {info.data ? (
        <>
          <p className="lead">
            Ringback {info.data.version} answers at <strong>{new URL(settings.serverUrl).host}</strong>. Your calls, contacts and
            balance live there and nowhere else.
          </p>
          <EnterServer serverUrl={settings.serverUrl} info={info.data} />
          <details className="elsewhere">
            <summary>Use another server</summary>
            <ServerAddressForm />
          </details>
        </>
      ) : info.error ? (
        <>
          <p className="lead">
            No server answers at <strong>{new URL(settings.serverUrl).host}</strong> yet. Start one with <code>npm start</code> in
            Ringback’s folder, or give the address of the one you use.
          </p>
          <ServerAddressForm />
          <div className="step-actions">
            <button type="button" className="button button-quiet" disabled={info.isFetching} onClick={() => void info.refetch()}>
              {info.isFetching && <span className="spinner" />}
              Look again
            </button>
          </div>
        </>
      ) : (
        <p className="lead" role="status">
          <span className="spinner" /> Looking for your server…
        </p>
      )}
    </>
  );
}
