import { parseDollars } from "#shared/money.ts";
import type { Auth } from "../accounts/auth.ts";
import { readSignedIn } from "../accounts/read-session.ts";
import type { Clock } from "../clock.ts";
import { saveContact } from "../contacts/save-contact.ts";
import type { ContactStore } from "../store/contact-store.ts";
import type { Store } from "../store/store.ts";
import { systemAccounts } from "../store/system-accounts.ts";
import { demoContacts } from "./demo-contacts.ts";

export interface DemoDeps {
  auth: Auth;
  store: Pick<Store, "postTransfer">;
  contacts: Pick<ContactStore, "addContact" | "countContacts">;
  clock: Clock;
}

const demoBalanceMicros = parseDollars("10.00");

/**
 * Opens a demo account with $10 and a few contacts, and gives its bearer token. Every call opens a fresh one: whoever asks
 * again wants the ten dollars and the empty history that the button promises, and must not see what another tried before.
 */
export async function openDemoAccount({ auth, store, contacts, clock }: DemoDeps): Promise<string> {
  const { headers, response } = await auth.api.signInDemo({ returnHeaders: true });
  const { accountId } = readSignedIn(response.user);
  const bearerToken = headers.get("set-auth-token");
  if (!bearerToken || !demoBalanceMicros) throw new Error("The demo account was opened without a session.");
  await store.postTransfer({
    id: `credit:demo:${accountId}`,
    kind: "credit",
    debitAccount: systemAccounts.gifts,
    creditAccount: accountId,
    amountMicros: demoBalanceMicros,
    callId: null,
    actor: "server",
    reason: "Demo account",
    createdMs: clock(),
  });
  for (const contact of demoContacts) await saveContact({ contacts, clock }, accountId, contact);
  return bearerToken;
}
