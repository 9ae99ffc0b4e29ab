import { listCallsAnswerSchema, type Call } from "#shared/api/calls.ts";
import { profileSchema, type Profile } from "#shared/api/profile.ts";
import { listTransactionsAnswerSchema, type CallTransaction } from "#shared/api/transactions.ts";
import Database from "better-sqlite3";
import { z } from "zod";
import type { SignIn } from "./sign-in.ts";

async function get<Schema extends z.ZodType>(
  { serverUrl, bearerToken }: SignIn,
  path: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const answer = await fetch(`${serverUrl}${path}`, { headers: { authorization: `Bearer ${bearerToken}` } });
  if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${await answer.text()}`);
  return schema.parse(await answer.json());
}

/** The history, newest first. */
export async function readHistory(signedIn: SignIn): Promise<Call[]> {
  return (await get(signedIn, "/api/calls", listCallsAnswerSchema)).calls;
}

export async function readTransactions(signedIn: SignIn): Promise<CallTransaction[]> {
  return (await get(signedIn, "/api/user/transactions", listTransactionsAnswerSchema)).transactions;
}

export function readProfile(signedIn: SignIn): Promise<Profile> {
  return get(signedIn, "/api/user/profile", profileSchema);
}

const transferRowSchema = z.object({
  id: z.string(),
  kind: z.string(),
  amount_micros: z.int(),
  call_id: z.string().nullable(),
});
export type TransferRow = z.infer<typeof transferRowSchema>;

/** The ledger's own rows, read past the server. */
export function readTransfers(databasePath: string): TransferRow[] {
  const database = new Database(databasePath, { readonly: true });
  try {
    return z
      .array(transferRowSchema)
      .parse(database.prepare("SELECT id, kind, amount_micros, call_id FROM transfers ORDER BY created_ms").all());
  } finally {
    database.close();
  }
}
