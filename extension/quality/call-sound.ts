import type { CallQuality } from "#shared/api/call-quality.ts";
import type { LiveQuality } from "./live-quality.ts";

/** What a snapshot tells of how its call sounds: nothing, how it sounds now, or how it sounded. */
export type CallSound = { phase: "none" } | { phase: "talking"; quality: LiveQuality } | { phase: "over"; record: CallQuality };

export const noSound: CallSound = { phase: "none" };
