import { createAuth } from "../../server/accounts/auth.ts";
import { readSignedIn } from "../../server/accounts/read-session.ts";
import { authSecret, publicUrl } from "../../server/kills/server-process.ts";
import { createLogger } from "../../server/logger.ts";
import { openDatabase } from "../../server/store/sqlite/database.ts";
import { openSqliteStore } from "../../server/store/sqlite/sqlite-store.ts";
import { payIn, placeCall } from "../webhooks/fill-ledger.ts";

const atOnce = 50;

/** Signs that many people in, each with a wallet and a call about to ring. Gives their bearer tokens; the n-th has the n-th call. */
export async function fillAccounts(databasePath: string, count: number): Promise<string[]> {
  const database = openDatabase(databasePath);
  // Nobody has been answered yet, so there is nothing that a power cut could make untrue.
  database.$client.pragma("synchronous = OFF");
  const store = openSqliteStore(database, { clock: Date.now });
  const auth = createAuth({
    store,
    clock: Date.now,
    logger: createLogger("error"),
    publicUrl,
    secret: authSecret,
    trustedOrigins: [],
  });

  async function signIn(callNumber: number): Promise<string> {
    const { headers, response } = await auth.api.signInDemo({ returnHeaders: true });
    const { accountId } = readSignedIn(response.user);
    await payIn(store, accountId);
    await placeCall(store, accountId, callNumber);
    const bearerToken = headers.get("set-auth-token");
    if (!bearerToken) throw new Error("The sign-in gave no token.");
    return bearerToken;
  }

  const bearers: string[] = [];
  for (let first = 0; first < count; first += atOnce)
    bearers.push(
      ...(await Promise.all(Array.from({ length: Math.min(atOnce, count - first) }, (_, index) => signIn(first + index)))),
    );
  await store.close();
  return bearers;
}
