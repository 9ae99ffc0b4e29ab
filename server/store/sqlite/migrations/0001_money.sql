CREATE TABLE `decks` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`imported_ms` integer NOT NULL,
	`rate_count` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `decks_by_age` ON `decks` (`imported_ms`,`id`);--> statement-breakpoint
CREATE TABLE `rates` (
	`deck_id` text NOT NULL,
	`dest_prefix` text NOT NULL,
	`origin_prefix` text NOT NULL,
	`description` text NOT NULL,
	`per_min_micros` integer NOT NULL,
	`inc_s` integer NOT NULL,
	`min_s` integer NOT NULL,
	`connect_micros` integer NOT NULL,
	`cost_per_min_micros` integer NOT NULL,
	PRIMARY KEY(`deck_id`, `dest_prefix`, `origin_prefix`),
	FOREIGN KEY (`deck_id`) REFERENCES `decks`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rates_amounts_not_negative" CHECK(per_min_micros >= 0 AND connect_micros >= 0 AND cost_per_min_micros >= 0),
	CONSTRAINT "rates_seconds" CHECK(inc_s > 0 AND min_s >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`posted_micros` integer NOT NULL,
	`held_micros` integer NOT NULL,
	`rev` integer NOT NULL,
	`max_concurrent` integer NOT NULL,
	`max_per_min_micros` integer NOT NULL,
	`max_per_call_micros` integer,
	`max_per_day_micros` integer,
	`countries` text,
	`low_balance_micros` integer NOT NULL,
	`created_ms` integer NOT NULL,
	CONSTRAINT "accounts_kind" CHECK(kind IN ('wallet', 'receivable', 'system')),
	CONSTRAINT "accounts_held_not_negative" CHECK(held_micros >= 0),
	CONSTRAINT "accounts_available_not_negative" CHECK(kind <> 'wallet' OR posted_micros - held_micros >= 0),
	CONSTRAINT "accounts_owed_not_negative" CHECK(kind <> 'receivable' OR posted_micros <= 0)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_accounts`("id", "kind", "posted_micros", "held_micros", "rev", "max_concurrent", "max_per_min_micros", "max_per_call_micros", "max_per_day_micros", "countries", "low_balance_micros", "created_ms") SELECT "id", "kind", "posted_micros", "held_micros", "rev", "max_concurrent", "max_per_min_micros", NULL, NULL, NULL, 0, "created_ms" FROM `accounts`;--> statement-breakpoint
DROP TABLE `accounts`;--> statement-breakpoint
ALTER TABLE `__new_accounts` RENAME TO `accounts`;--> statement-breakpoint
CREATE TABLE `__new_transfers` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
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
INSERT INTO `__new_transfers`("seq", "id", "kind", "debit_account", "credit_account", "amount_micros", "call_id", "actor", "reason", "created_ms") SELECT rowid, "id", "kind", "debit_account", "credit_account", "amount_micros", "call_id", "actor", "reason", "created_ms" FROM `transfers` ORDER BY rowid;--> statement-breakpoint
DROP TABLE `transfers`;--> statement-breakpoint
ALTER TABLE `__new_transfers` RENAME TO `transfers`;--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_id_unique` ON `transfers` (`id`);--> statement-breakpoint
CREATE INDEX `transfers_by_debit` ON `transfers` (`debit_account`,`seq`);--> statement-breakpoint
CREATE INDEX `transfers_by_credit` ON `transfers` (`credit_account`,`seq`);--> statement-breakpoint
CREATE INDEX `transfers_settled` ON `transfers` (`debit_account`,`created_ms`,`amount_micros`) WHERE kind = 'settle';--> statement-breakpoint
CREATE INDEX `transfers_refunded` ON `transfers` (`credit_account`,`created_ms`,`amount_micros`) WHERE kind = 'refund';--> statement-breakpoint
DROP INDEX `webhook_events_by_leg`;--> statement-breakpoint
ALTER TABLE `calls` ADD `price_after_ms` integer;--> statement-breakpoint
CREATE INDEX `calls_to_price` ON `calls` (`price_after_ms`) WHERE price_after_ms IS NOT NULL;--> statement-breakpoint
CREATE INDEX `calls_completed` ON `calls` (`created_ms`,`id`) WHERE status = 'completed';--> statement-breakpoint
-- Tables were made anew while foreign keys were off: nothing may have been left pointing nowhere.
CREATE TEMP TABLE `orphans` (`one` integer CHECK (`one` IS NULL));--> statement-breakpoint
INSERT INTO `orphans` SELECT 1 FROM pragma_foreign_key_check;--> statement-breakpoint
DROP TABLE `orphans`;
