CREATE TABLE `credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`provider_account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`password` text,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_ms` integer,
	`refresh_token_expires_ms` integer,
	`scope` text,
	`created_ms` integer NOT NULL,
	`updated_ms` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `credentials_by_user` ON `credentials` (`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_ms` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_ms` integer NOT NULL,
	`updated_ms` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`created_ms` integer NOT NULL,
	`updated_ms` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_account_id_unique` ON `users` (`account_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_one_owner` ON `users` (`role`) WHERE role = 'owner';--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_ms` integer NOT NULL,
	`created_ms` integer NOT NULL,
	`updated_ms` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `verifications_by_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`client_key` text NOT NULL,
	`parent_sid` text,
	`child_sid` text,
	`to_e164` text NOT NULL,
	`from_e164` text NOT NULL,
	`caller_id_type` text NOT NULL,
	`country_code` text,
	`contact_id` text,
	`status` text NOT NULL,
	`reason` text,
	`duration_s` integer NOT NULL,
	`created_ms` integer NOT NULL,
	`answered_ms` integer,
	`ended_ms` integer,
	`deck_id` text NOT NULL,
	`dest_prefix` text NOT NULL,
	`per_min_micros` integer NOT NULL,
	`inc_s` integer NOT NULL,
	`min_s` integer NOT NULL,
	`connect_micros` integer NOT NULL,
	`hold_micros` integer NOT NULL,
	`hold_open` integer NOT NULL,
	`time_limit_s` integer,
	`charged_micros` integer NOT NULL,
	`unrecovered_micros` integer NOT NULL,
	`carrier_price_micros` integer,
	`final` integer NOT NULL,
	`check_after_ms` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "calls_amounts_not_negative" CHECK(hold_micros >= 0 AND charged_micros >= 0 AND unrecovered_micros >= 0),
	CONSTRAINT "calls_duration_not_negative" CHECK(duration_s >= 0),
	CONSTRAINT "calls_final_is_settled" CHECK(NOT final OR (NOT hold_open AND check_after_ms IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calls_parent_sid_unique` ON `calls` (`parent_sid`);--> statement-breakpoint
CREATE UNIQUE INDEX `calls_child_sid_unique` ON `calls` (`child_sid`);--> statement-breakpoint
CREATE INDEX `calls_by_age` ON `calls` (`account_id`,`created_ms`,`id`);--> statement-breakpoint
CREATE INDEX `calls_by_end` ON `calls` (`account_id`,`ended_ms`);--> statement-breakpoint
CREATE INDEX `calls_to_check` ON `calls` (`check_after_ms`) WHERE NOT final;--> statement-breakpoint
CREATE INDEX `calls_with_open_hold` ON `calls` (`account_id`) WHERE hold_open;--> statement-breakpoint
CREATE UNIQUE INDEX `calls_client_key` ON `calls` (`client_key`,`account_id`);--> statement-breakpoint
CREATE TABLE `webhook_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`child_sid` text NOT NULL,
	`seq` integer NOT NULL,
	`status` text NOT NULL,
	`received_ms` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `webhook_events_by_leg` ON `webhook_events` (`child_sid`,`seq`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`e164` text NOT NULL,
	`company` text,
	`note` text,
	`created_ms` integer NOT NULL,
	`last_called_ms` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `contacts_by_name` ON `contacts` (`account_id`,name COLLATE NOCASE,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_number` ON `contacts` (`account_id`,`e164`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`account_id` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer,
	`body` text,
	`content_type` text,
	`created_ms` integer NOT NULL,
	PRIMARY KEY(`account_id`, `key`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `idempotency_by_age` ON `idempotency` (`created_ms`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`posted_micros` integer NOT NULL,
	`held_micros` integer NOT NULL,
	`rev` integer NOT NULL,
	`max_concurrent` integer NOT NULL,
	`max_per_min_micros` integer NOT NULL,
	`created_ms` integer NOT NULL,
	CONSTRAINT "accounts_kind" CHECK(kind IN ('wallet', 'system')),
	CONSTRAINT "accounts_held_not_negative" CHECK(held_micros >= 0),
	CONSTRAINT "accounts_available_not_negative" CHECK(kind <> 'wallet' OR posted_micros - held_micros >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `transfers` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`debit_account` text NOT NULL,
	`credit_account` text NOT NULL,
	`amount_micros` integer NOT NULL,
	`call_id` text,
	`actor` text NOT NULL,
	`reason` text NOT NULL,
	`created_ms` integer NOT NULL,
	FOREIGN KEY (`debit_account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`credit_account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transfers_kind" CHECK(kind IN ('topup', 'settle', 'refund', 'credit', 'adjust')),
	CONSTRAINT "transfers_amount_positive" CHECK(amount_micros > 0),
	CONSTRAINT "transfers_two_accounts" CHECK(debit_account <> credit_account)
) STRICT;
--> statement-breakpoint
CREATE INDEX `transfers_by_debit` ON `transfers` (`debit_account`,`created_ms`);--> statement-breakpoint
CREATE INDEX `transfers_by_credit` ON `transfers` (`credit_account`,`created_ms`);--> statement-breakpoint
CREATE INDEX `transfers_by_call` ON `transfers` (`call_id`);