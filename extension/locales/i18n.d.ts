import type { createI18n } from "@wxt-dev/i18n";
import type { GeneratedI18nStructure } from "../../.wxt/i18n/structure";

/**
 * The type of "#i18n", whose code WXT makes. Said here, because that code names its type by way of one that its library keeps
 * to itself, and a project that others refer to cannot emit declarations of such.
 */
export declare const i18n: ReturnType<typeof createI18n<GeneratedI18nStructure>>;

/** Each key with what it takes: made from en.yml by `wxt prepare`. */
export type { GeneratedI18nStructure };
