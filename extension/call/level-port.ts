import { z } from "zod";

/** The name of the port by which a face that is looked at hears how loud a call is. */
export const levelPortName = "call-levels";

const levelSchema = z.number().min(0).max(1);

/** How loud a person and the other side are, each from 0 to 1. */
export const shownLevelsSchema = z.object({ input: levelSchema, output: levelSchema });
export type ShownLevels = z.infer<typeof shownLevelsSchema>;
