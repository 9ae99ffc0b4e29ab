import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A request that the REST API refuses, with Twilio's code and the way out. */
export class RestError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: number;

  constructor(status: ContentfulStatusCode, code: number, message: string) {
    super(message);
    this.name = "RestError";
    this.status = status;
    this.code = code;
  }

  /** The body as Twilio writes it. https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions */
  toBody() {
    const { code, message, status } = this;
    return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
  }
}

export function notFound(path: string): RestError {
  return new RestError(404, 20404, `The requested resource ${path} was not found`);
}
