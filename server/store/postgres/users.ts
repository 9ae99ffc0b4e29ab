import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { eq, sql } from "drizzle-orm";
import type { SignedIn } from "../../http/context.ts";
import type { UserStore } from "../user-store.ts";
import type { WholeStore } from "../whole-store.ts";
import type { PostgresDatabase } from "./pool.ts";
import { preparedOn } from "./prepared-on.ts";
import { credentials, sessions, users, verifications } from "./schema/auth.ts";

/** Finds people. They are written by the sign-in library, through the adapter below. */
export function createUserStore(database: PostgresDatabase): UserStore {
  const { byEmail, byAccount, people, owner } = usersOn(database);
  return {
    // The sign-in library keeps addresses in small letters.
    findUserByEmail: async (email) => toSignedIn(await byEmail.execute({ email: email.trim().toLowerCase() })),
    findUserByAccount: async (accountId) => toSignedIn(await byAccount.execute({ accountId })),
    listUsers: async () => (await people.execute()).map(signedInOf),
    hasOwner: async () => (await owner.execute()).length > 0,
  };
}

/** How the sign-in library keeps users and sessions beside everything else. Its words for the tables are not ours. */
export function createAuthAdapter(database: PostgresDatabase): WholeStore["authAdapter"] {
  return drizzleAdapter(database, {
    provider: "pg",
    schema: { user: users, session: sessions, account: credentials, verification: verifications },
    // A sign-up opens the wallet through the store, on a connection of its own: inside a transaction, many sign-ups at once would
    // each keep one connection and wait for another.
    transaction: false,
  });
}

const usersOn = preparedOn((database) => ({
  byEmail: database
    .select()
    .from(users)
    .where(eq(users.email, sql.placeholder("email")))
    .prepare("user_by_email"),
  byAccount: database
    .select()
    .from(users)
    .where(eq(users.accountId, sql.placeholder("accountId")))
    .prepare("user_by_account"),
  people: database.select().from(users).where(eq(users.isDemo, false)).orderBy(users.createdAt, users.id).prepare("people"),
  owner: database
    .select({ id: users.id })
    .from(users)
    .where(sql`${users.role} = 'owner'`)
    .prepare("owner"),
}));

function toSignedIn([user]: (typeof users.$inferSelect)[]): SignedIn | undefined {
  return user && signedInOf(user);
}

function signedInOf(user: typeof users.$inferSelect): SignedIn {
  const { id, accountId, email, name, role, isDemo } = user;
  return { userId: id, accountId, email, name, role, isDemo };
}
