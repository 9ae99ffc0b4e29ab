import ar from "../ar.yml?raw";
import de from "../de.yml?raw";
import en from "../en.yml?raw";
import es from "../es.yml?raw";

/** The locale files as they are written. */
export const localeTexts = { en, de, es, ar };

export type LocaleName = keyof typeof localeTexts;

export const localeNames = Object.keys(localeTexts) as LocaleName[];
