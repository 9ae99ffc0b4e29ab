/** The browser's language, for dates, numbers and names of countries. */
export const language = globalThis.navigator?.language ?? "en";
