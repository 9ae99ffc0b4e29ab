import type { AccountId } from "#shared/ids.ts";
import { sql } from "drizzle-orm";
import { boolean, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { timestampMs } from "./columns.ts";

// The property names are those that better-auth asks its adapter for; the tables bear our own names, because its word
// "account" means a way to sign in and ours means a wallet.

/** People who may sign in. Each has one wallet, bound when the row is made and never changed. */
export const users = pgTable(
  "users",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    email: text("email").notNull().unique(),
    emailVerified: boolean("email_verified").notNull().default(false),
    image: text("image"),
    accountId: text("account_id").$type<AccountId>().notNull().unique(),
    role: text("role", { enum: ["owner", "member"] }).notNull(),
    isDemo: boolean("is_demo").notNull().default(false),
    createdAt: timestampMs("created_ms").notNull(),
    updatedAt: timestampMs("updated_ms").notNull(),
  },
  // Two people may sign up at the same moment on a fresh server. The database lets one of them be the owner.
  (table) => [
    uniqueIndex("users_one_owner")
      .on(table.role)
      .where(sql`role = 'owner'`),
  ],
);

export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    token: text("token").notNull().unique(),
    expiresAt: timestampMs("expires_ms").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: timestampMs("created_ms").notNull(),
    updatedAt: timestampMs("updated_ms").notNull(),
  },
  (table) => [index("sessions_by_user").on(table.userId)],
);

/** Ways to sign in: here a password's hash. */
export const credentials = pgTable(
  "credentials",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    accountId: text("provider_account_id").notNull(),
    providerId: text("provider_id").notNull(),
    password: text("password"),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: timestampMs("access_token_expires_ms"),
    refreshTokenExpiresAt: timestampMs("refresh_token_expires_ms"),
    scope: text("scope"),
    createdAt: timestampMs("created_ms").notNull(),
    updatedAt: timestampMs("updated_ms").notNull(),
  },
  (table) => [index("credentials_by_user").on(table.userId)],
);

export const verifications = pgTable(
  "verifications",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: timestampMs("expires_ms").notNull(),
    createdAt: timestampMs("created_ms").notNull(),
    updatedAt: timestampMs("updated_ms").notNull(),
  },
  (table) => [index("verifications_by_identifier").on(table.identifier)],
);
