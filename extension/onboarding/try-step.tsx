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
        <h1>Make a first call</h1>
        <Notice
          tone="heed"
          actions={
            <a className="button button-quiet" href="#connect">
              Connect first
            </a>
          }
        >
          A call needs a server to go through.
        </Notice>
      </>
    );
  }
  return (
    <>
      <h1>Make a first call</h1>
      {info.data?.carrier === "twilio" ? (
        <>
          <p className="lead">Call a phone you have at hand, and watch the status, the time and the cost here.</p>
          <OwnNumberForm isBusy={isBusy} onCall={(to, region) => start({ to, region })} />
        </>
      ) : (
        <>
          <p className="lead">
            These numbers belong to the telephone network on your own machine. The money is play money, the call is real.
          </p>
          <ul className="try-list figures">
            {demoNumbers.map(({ number, title, does }) => (
              <li key={number}>
                <div>
                  <h2>{title}</h2>
                  <p>{does}</p>
                  <p className="try-number">{formatInternational(number)}</p>
                </div>
                <button
                  type="button"
                  className="button button-talk"
                  disabled={isBusy}
                  aria-label={`Call ${title.toLowerCase()}`}
                  onClick={() => start({ to: number })}
                >
                  <Icon name="phone" />
                  Call
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
          That is all there is to it. Click a number on any page, or press the Ringback icon in the toolbar.{" "}
          <button type="button" className="button button-link" onClick={() => void openDashboard("history")}>
            See the call in the history
          </button>
        </p>
      )}
    </>
  );
}
