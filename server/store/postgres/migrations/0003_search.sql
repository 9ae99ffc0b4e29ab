ALTER TABLE "calls" ADD COLUMN "folded_note" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "folded" text;--> statement-breakpoint
CREATE INDEX "calls_by_contact" ON "calls" USING btree ("contact_id","created_ms") WHERE contact_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "calls_of_nobody" ON "calls" USING btree ("account_id","to_e164") WHERE contact_id IS NULL;