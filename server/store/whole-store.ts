import type { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { CallStatisticsStore } from "./call-statistics-store.ts";
import type { ContactStore } from "./contact-store.ts";
import type { QualityStore } from "./quality-store.ts";
import type { RateStore } from "./rate-store.ts";
import type { Store } from "./store.ts";
import type { UserStore } from "./user-store.ts";

/** Everything that one database keeps. */
export interface WholeStore extends Store, CallStatisticsStore, ContactStore, QualityStore, RateStore, UserStore {
  /** How the sign-in library keeps users and sessions in the same database. */
  authAdapter: ReturnType<typeof drizzleAdapter>;
  /** Whether the database answers at this moment; throws when it does not. */
  ping(): Promise<void>;
}
