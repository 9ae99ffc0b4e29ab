import { openWelcome } from "../shell/open-page.ts";
import { Empty } from "../ui/empty.tsx";

/** What stands in place of a page that needs an account. */
export function SignedOut({ title }: { title: string }) {
  return (
    <>
      <h1>{title}</h1>
      <Empty
        title="You are not signed in"
        action={
          <button type="button" className="button button-talk" onClick={() => void openWelcome("connect")}>
            Connect to a server
          </button>
        }
      >
        Calls and contacts live on your Ringback server. Connect to it to see them.
      </Empty>
    </>
  );
}
