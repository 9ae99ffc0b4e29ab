ALTER TABLE `calls` ADD `folded_note` text;--> statement-breakpoint
CREATE INDEX `calls_by_contact` ON `calls` (`contact_id`,`created_ms`) WHERE contact_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `calls_of_nobody` ON `calls` (`account_id`,`to_e164`) WHERE contact_id IS NULL;--> statement-breakpoint
ALTER TABLE `contacts` ADD `folded` text;