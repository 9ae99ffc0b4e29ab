import { eq } from "drizzle-orm";
import type { SignedIn } from "../http/context.ts";
import { users } from "../store/sqlite/schema/auth.ts";
import type { AuthDatabase } from "./auth.ts";
import { readSignedIn } from "./read-session.ts";

/** Who signs in with an e-mail address, however its letters are cased. */
export function findUserByEmail(database: AuthDatabase, email: string): SignedIn | undefined {
  const [user] = database.select().from(users).where(eq(users.email, email.trim().toLowerCase())).limit(1).all();
  return user && readSignedIn(user);
}
