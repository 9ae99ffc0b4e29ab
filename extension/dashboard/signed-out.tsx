import { i18n } from "#i18n";
import { openWelcome } from "../shell/open-page.ts";
import { Empty } from "../ui/empty.tsx";

/** What stands in place of a page that needs an account. */
export function SignedOut({ title }: { title: string }) {
  return (
    <>
      <h1>{title}</h1>
      <Empty
        title={i18n.t("dashboard.signedOut.title")}
        action={
          <button type="button" className="button button-talk" onClick={() => void openWelcome("connect")}>
            {i18n.t("dashboard.signedOut.connect")}
          </button>
        }
      >
        {i18n.t("dashboard.signedOut.text")}
      </Empty>
    </>
  );
}
