import { i18n } from "#i18n";
import { tellFailure } from "../call/failure-words.ts";
import { formatInternational } from "#shared/phone-number.ts";
import { isLive } from "../call/call-state.ts";
import { useCall } from "../call/use-call.ts";
import { CallBar } from "../shell/call-bar.tsx";
import { useConnection } from "../shell/connection.tsx";
import { openDashboard } from "../shell/open-page.ts";
import { useServerInfo } from "../shell/queries.ts";
import { useStartCall } from "../shell/use-start-call.ts";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import { demoNumbers } from "./demo-numbers.ts";
import { OwnNumberForm } from "./own-number-form.tsx";

/** The first call, with its status as it happens. */
export function TryStep() {
  const { session, settings } = useConnection();
  const { snapshot } = useCall();
  const { start, refused } = useStartCall();
  const info = useServerInfo(session?.serverUrl ?? settings.serverUrl);
  const isBusy = isLive(snapshot.state);
  if (!session) {
    return (
      <>
        <h1>{i18n.t("welcome.try.title")}</h1>
        <Notice
          tone="heed"
          actions={
            <a className="button button-quiet" href="#connect">
              {i18n.t("welcome.try.connectFirst")}
            </a>
          }
        >
          {i18n.t("welcome.try.needsServer")}
        </Notice>
      </>
    );
  }
  return (
    <>
      <h1>{i18n.t("welcome.try.title")}</h1>
      {info.data?.carrier === "twilio" ? (
        <>
          <p className="lead">{i18n.t("welcome.try.ownPhone")}</p>
          <OwnNumberForm isBusy={isBusy} onCall={(to, region) => start({ to, region })} />
        </>
      ) : (
        <>
          <p className="lead">{i18n.t("welcome.try.sandbox")} </p>
          <ul className="try-list figures">
            {demoNumbers.map(({ number, title, does, callLabel }) => (
              <li key={number}>
                <div>
                  <h2>{title}</h2>
                  <p>{does}</p>
                  <p className="try-number">
                    <bdi dir="ltr">{formatInternational(number)}</bdi>
                  </p>
                </div>
                <button
                  type="button"
                  className="button button-talk"
                  disabled={isBusy}
                  aria-label={callLabel}
                  onClick={() => start({ to: number })}
                >
                  <Icon name="phone" />
                  {i18n.t("welcome.try.call")}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {refused && <Notice tone="problem">{tellFailure(refused)}</Notice>}
      <CallBar />
      {snapshot.state.status === "ended" && (
        <p className="lead">
          {i18n.t("welcome.try.thatIsAll")}{" "}
          <button type="button" className="button button-link" onClick={() => void openDashboard("history")}>
            {i18n.t("welcome.try.seeHistory")}
          </button>
        </p>
      )}
    </>
  );
}
