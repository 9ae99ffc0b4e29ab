/**
 * What goes wrong in a call, by Twilio's own numbers.
 * https://www.twilio.com/docs/api/errors
 */
const meanings = {
  11100: "Invalid URL format",
  11200: "HTTP retrieval failure",
  11205: "HTTP connection failure",
  11750: "TwiML response body too large",
  12100: "Document parse failure",
  12102: "The root element must be Response",
  12200: "Schema validation warning",
  12300: "Invalid Content-Type",
  12400: "Internal failure",
  13210: "Dial: Invalid method value",
  13212: "Dial: Invalid timeout value",
  13214: "Dial: Invalid callerId value",
  13215: "Dial: Invalid nested element",
  13216: "Dial: Invalid timeLimit value",
  13221: "Dial->Number: Invalid method value",
  13222: "Dial->Number: Invalid sendDigits value",
  13223: "Dial: Invalid phone number format",
  13224: "Dial: Invalid phone number",
  13310: "Gather: Invalid finishOnKey value",
  13312: "Gather: Invalid method value",
  13313: "Gather: Invalid timeout value",
  13314: "Gather: Invalid numDigits value",
  13320: "Gather: Invalid nested verb",
  13410: "Play: Invalid loop value",
  13510: "Say: Invalid loop value",
  13520: "Say: Invalid text",
  13710: "Redirect: Invalid method value",
  13910: "Pause: Invalid length value",
  21218: "Invalid ApplicationSid",
} as const;

export type TwilioErrorCode = keyof typeof meanings;

/** A call cannot go on. Whoever runs the call writes it down, tells the caller and ends the call. */
export class TwilioError extends Error {
  readonly code: TwilioErrorCode;

  constructor(code: TwilioErrorCode, detail: string) {
    super(`${meanings[code]}: ${detail}`);
    this.name = "TwilioError";
    this.code = code;
  }
}
