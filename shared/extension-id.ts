/** The id that the `key` in wxt.config.ts gives the unpacked extension. The server lets this one in by default. */
export const extensionId = "lfgkcockknnapinhmfoejpfekpefjnpa";
