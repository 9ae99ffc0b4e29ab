CREATE TABLE "call_feedback" (
	"call_id" text PRIMARY KEY NOT NULL,
	"score" integer NOT NULL,
	"issue" text,
	"told_ms" bigint NOT NULL,
	CONSTRAINT "call_feedback_score" CHECK (score BETWEEN 1 AND 5)
);
--> statement-breakpoint
CREATE TABLE "call_quality" (
	"call_id" text PRIMARY KEY NOT NULL,
	"quality" jsonb NOT NULL,
	"told_ms" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "call_feedback" ADD CONSTRAINT "call_feedback_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_quality" ADD CONSTRAINT "call_quality_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;