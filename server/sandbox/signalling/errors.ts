import type { CarrierError } from "../legs.ts";

/**
 * Twilio's error codes that signalling sends, with Twilio's words.
 * https://www.twilio.com/docs/api/errors; the SDK shows 31204 to the app as 20101, 31205 as 20104 and 31201 as 20151.
 */
export const signallingErrors = {
  unknown: { code: 31000, message: "The carrier failed to handle this." },
  applicationNotFound: { code: 31001, message: "Application Not Found" },
  malformedRequest: { code: 31100, message: "The request had malformed syntax." },
  tokenMissing: { code: 31102, message: "Authorization token missing in request." },
  authorization: { code: 31201, message: "Authorization error" },
  signatureInvalid: { code: 31202, message: "Signature validation failed." },
  noValidAccount: { code: 31203, message: "No valid account" },
  tokenInvalid: { code: 31204, message: "Invalid JWT token" },
  tokenExpired: { code: 31205, message: "JWT token expired" },
  tokenTooLong: { code: 31207, message: "JWT token expiration too long" },
  reconnectNotAuthorized: { code: 31209, message: "Reconnect attempt is not authorized." },
  messageTypeInvalid: { code: 31210, message: "Call Message Event Type is invalid." },
  messageTooLarge: { code: 31212, message: "Call Message Event Payload size exceeded authorized limit." },
  callNotFound: { code: 31404, message: "The server has not found anything matching the request." },
  descriptionNotUsable: { code: 31400, message: "The session description cannot be used." },
} as const satisfies Record<string, CarrierError>;
