import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { eq, sql } from "drizzle-orm";
import type { SignedIn } from "../../http/context.ts";
import type { UserStore } from "../user-store.ts";
import type { WholeStore } from "../whole-store.ts";
import type { SqliteDatabase } from "./database.ts";
import { credentials, sessions, users, verifications } from "./schema/auth.ts";

/** Finds people. They are written by the sign-in library, through the adapter below. */
export function createUserStore(database: SqliteDatabase): UserStore {
  const byEmail = database
    .select()
    .from(users)
    .where(eq(users.email, sql.placeholder("email")))
    .prepare();
  const byAccount = database
    .select()
    .from(users)
    .where(eq(users.accountId, sql.placeholder("accountId")))
    .prepare();
  const people = database.select().from(users).where(eq(users.isDemo, false)).orderBy(users.createdAt, users.id).prepare();
  const owner = database
    .select({ id: users.id })
    .from(users)
    // Written out, so that SQLite sees that the index on owners has the answer.
    .where(sql`${users.role} = 'owner'`)
    .prepare();
  return {
    // The sign-in library keeps addresses in small letters.
    findUserByEmail: async (email) => toSignedIn(byEmail.get({ email: email.trim().toLowerCase() })),
    findUserByAccount: async (accountId) => toSignedIn(byAccount.get({ accountId })),
    listUsers: async () => people.all().map(signedInOf),
    hasOwner: async () => owner.get() !== undefined,
  };
}

/** How the sign-in library keeps users and sessions beside everything else. Its words for the tables are not ours. */
export function createAuthAdapter(database: SqliteDatabase): WholeStore["authAdapter"] {
  return drizzleAdapter(database, {
    provider: "sqlite",
    schema: { user: users, session: sessions, account: credentials, verification: verifications },
  });
}

function toSignedIn(user: typeof users.$inferSelect | undefined): SignedIn | undefined {
  return user && signedInOf(user);
}

function signedInOf(user: typeof users.$inferSelect): SignedIn {
  const { id, accountId, email, name, role, isDemo } = user;
  return { userId: id, accountId, email, name, role, isDemo };
}
