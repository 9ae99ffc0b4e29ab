import { i18n } from "#i18n";
import type { Balance, Profile } from "#shared/api/profile.ts";
import { useConnection } from "../../shell/connection.tsx";
import { LoadFailure } from "../../shell/load-failure.tsx";
import { useServerInfo } from "../../shell/queries.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { creditCommand } from "./credit-command.ts";
import { TopUpForm } from "./top-up-form.tsx";

/** How money comes in: by card where the server takes them, else by whoever runs it. */
export function TopUp({ user, balance }: { user: Profile["user"]; balance: Balance }) {
  const { settings, session } = useConnection();
  const info = useServerInfo(session?.serverUrl ?? settings.serverUrl);
  if (info.error) return <LoadFailure error={info.error} retry={info.refetch} />;
  if (!info.data) return <span className="skeleton" />;
  if (user.isDemo) return <p>{i18n.t("wallet.topUp.demo")}</p>;
  if (info.data.cardPayments) return <TopUpForm balance={balance} />;
  return user.role === "owner" ? <OwnCommand email={user.email} /> : <p>{i18n.t("wallet.topUp.askOperator")}</p>;
}

function OwnCommand({ email }: { email: string }) {
  const command = creditCommand(email);
  return (
    <>
      <p>{i18n.t("wallet.topUp.ownServer")}</p>
      <div className="command">
        <code dir="ltr">{command}</code>
        <CopyButton text={command} label={i18n.t("wallet.topUp.copy")} />
      </div>
    </>
  );
}
