CREATE TABLE `call_feedback` (
	`call_id` text PRIMARY KEY NOT NULL,
	`score` integer NOT NULL,
	`issue` text,
	`told_ms` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "call_feedback_score" CHECK(score BETWEEN 1 AND 5)
) STRICT;
--> statement-breakpoint
CREATE TABLE `call_quality` (
	`call_id` text PRIMARY KEY NOT NULL,
	`quality` text NOT NULL,
	`told_ms` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
