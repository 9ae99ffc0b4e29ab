import { eq } from "drizzle-orm";
import { users } from "../store/sqlite/schema/auth.ts";
import type { AuthDatabase } from "./auth.ts";

/** Whether the first account may still be made. Demo accounts do not count: trying the sandbox takes no server from its owner. */
export function isSignUpOpen(database: AuthDatabase): boolean {
  return database.select({ id: users.id }).from(users).where(eq(users.role, "owner")).limit(1).all().length === 0;
}
