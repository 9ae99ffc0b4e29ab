CREATE TABLE "credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_ms" bigint,
	"refresh_token_expires_ms" bigint,
	"scope" text,
	"created_ms" bigint NOT NULL,
	"updated_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_ms" bigint NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_ms" bigint NOT NULL,
	"updated_ms" bigint NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_ms" bigint NOT NULL,
	"updated_ms" bigint NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_account_id_unique" UNIQUE("account_id")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_ms" bigint NOT NULL,
	"created_ms" bigint NOT NULL,
	"updated_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"client_key" text NOT NULL,
	"parent_sid" text,
	"child_sid" text,
	"to_e164" text NOT NULL,
	"from_e164" text NOT NULL,
	"caller_id_type" text NOT NULL,
	"country_code" text,
	"contact_id" text,
	"status" text NOT NULL,
	"reason" text,
	"duration_s" integer NOT NULL,
	"created_ms" bigint NOT NULL,
	"answered_ms" bigint,
	"ended_ms" bigint,
	"deck_id" text NOT NULL,
	"dest_prefix" text NOT NULL,
	"per_min_micros" bigint NOT NULL,
	"inc_s" integer NOT NULL,
	"min_s" integer NOT NULL,
	"connect_micros" bigint NOT NULL,
	"hold_micros" bigint NOT NULL,
	"hold_open" boolean NOT NULL,
	"time_limit_s" integer,
	"charged_micros" bigint NOT NULL,
	"unrecovered_micros" bigint NOT NULL,
	"carrier_price_micros" bigint,
	"final" boolean NOT NULL,
	"check_after_ms" bigint,
	"price_after_ms" bigint,
	CONSTRAINT "calls_parent_sid_unique" UNIQUE("parent_sid"),
	CONSTRAINT "calls_child_sid_unique" UNIQUE("child_sid"),
	CONSTRAINT "calls_client_key" UNIQUE("client_key","account_id"),
	CONSTRAINT "calls_amounts_not_negative" CHECK (hold_micros >= 0 AND charged_micros >= 0 AND unrecovered_micros >= 0),
	CONSTRAINT "calls_duration_not_negative" CHECK (duration_s >= 0),
	CONSTRAINT "calls_final_is_settled" CHECK (NOT final OR (NOT hold_open AND check_after_ms IS NULL))
);
--> statement-breakpoint
CREATE TABLE "webhook_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "webhook_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"child_sid" text NOT NULL,
	"seq" integer NOT NULL,
	"status" text NOT NULL,
	"received_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"e164" text NOT NULL,
	"company" text,
	"note" text,
	"created_ms" bigint NOT NULL,
	"last_called_ms" bigint,
	CONSTRAINT "contacts_number" UNIQUE("account_id","e164")
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"account_id" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"body" text,
	"content_type" text,
	"created_ms" bigint NOT NULL,
	CONSTRAINT "idempotency_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"posted_micros" bigint NOT NULL,
	"held_micros" bigint NOT NULL,
	"rev" bigint NOT NULL,
	"max_concurrent" integer NOT NULL,
	"max_per_min_micros" bigint NOT NULL,
	"max_per_call_micros" bigint,
	"max_per_day_micros" bigint,
	"countries" jsonb,
	"low_balance_micros" bigint NOT NULL,
	"created_ms" bigint NOT NULL,
	CONSTRAINT "accounts_kind" CHECK (kind IN ('wallet', 'receivable', 'system')),
	CONSTRAINT "accounts_held_not_negative" CHECK (held_micros >= 0),
	CONSTRAINT "accounts_available_not_negative" CHECK (kind <> 'wallet' OR posted_micros - held_micros >= 0),
	CONSTRAINT "accounts_owed_not_negative" CHECK (kind <> 'receivable' OR posted_micros <= 0)
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "transfers_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"debit_account" text NOT NULL,
	"credit_account" text NOT NULL,
	"amount_micros" bigint NOT NULL,
	"call_id" text,
	"actor" text NOT NULL,
	"reason" text NOT NULL,
	"created_ms" bigint NOT NULL,
	CONSTRAINT "transfers_id_unique" UNIQUE("id"),
	CONSTRAINT "transfers_kind" CHECK (kind IN ('topup', 'settle', 'refund', 'credit', 'adjust')),
	CONSTRAINT "transfers_amount_positive" CHECK (amount_micros > 0),
	CONSTRAINT "transfers_two_accounts" CHECK (debit_account <> credit_account)
);
--> statement-breakpoint
CREATE TABLE "decks" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"imported_ms" bigint NOT NULL,
	"rate_count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rates" (
	"deck_id" text NOT NULL,
	"dest_prefix" text NOT NULL,
	"origin_prefix" text NOT NULL,
	"description" text NOT NULL,
	"per_min_micros" bigint NOT NULL,
	"inc_s" integer NOT NULL,
	"min_s" integer NOT NULL,
	"connect_micros" bigint NOT NULL,
	"cost_per_min_micros" bigint NOT NULL,
	CONSTRAINT "rates_deck_id_dest_prefix_origin_prefix_pk" PRIMARY KEY("deck_id","dest_prefix","origin_prefix"),
	CONSTRAINT "rates_amounts_not_negative" CHECK (per_min_micros >= 0 AND connect_micros >= 0 AND cost_per_min_micros >= 0),
	CONSTRAINT "rates_seconds" CHECK (inc_s > 0 AND min_s >= 0)
);
--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_debit_account_accounts_id_fk" FOREIGN KEY ("debit_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_credit_account_accounts_id_fk" FOREIGN KEY ("credit_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rates" ADD CONSTRAINT "rates_deck_id_decks_id_fk" FOREIGN KEY ("deck_id") REFERENCES "public"."decks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credentials_by_user" ON "credentials" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_one_owner" ON "users" USING btree ("role") WHERE role = 'owner';--> statement-breakpoint
CREATE INDEX "verifications_by_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "calls_by_age" ON "calls" USING btree ("account_id","created_ms","id");--> statement-breakpoint
CREATE INDEX "calls_by_end" ON "calls" USING btree ("account_id","ended_ms");--> statement-breakpoint
CREATE INDEX "calls_to_check" ON "calls" USING btree ("check_after_ms") WHERE NOT final;--> statement-breakpoint
CREATE INDEX "calls_to_price" ON "calls" USING btree ("price_after_ms") WHERE price_after_ms IS NOT NULL;--> statement-breakpoint
CREATE INDEX "calls_completed" ON "calls" USING btree ("created_ms","id") WHERE status = 'completed';--> statement-breakpoint
CREATE INDEX "calls_with_open_hold" ON "calls" USING btree ("account_id") WHERE hold_open;--> statement-breakpoint
CREATE INDEX "contacts_by_name" ON "contacts" USING btree ("account_id",lower(name COLLATE "C"),"id");--> statement-breakpoint
CREATE INDEX "idempotency_by_age" ON "idempotency" USING btree ("created_ms");--> statement-breakpoint
CREATE INDEX "transfers_by_debit" ON "transfers" USING btree ("debit_account","seq");--> statement-breakpoint
CREATE INDEX "transfers_by_credit" ON "transfers" USING btree ("credit_account","seq");--> statement-breakpoint
CREATE INDEX "transfers_settled" ON "transfers" USING btree ("debit_account","created_ms","amount_micros") WHERE kind = 'settle';--> statement-breakpoint
CREATE INDEX "transfers_refunded" ON "transfers" USING btree ("credit_account","created_ms","amount_micros") WHERE kind = 'refund';--> statement-breakpoint
CREATE INDEX "decks_by_age" ON "decks" USING btree ("imported_ms","id");