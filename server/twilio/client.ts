import twilio from "twilio";

export interface ClientCredentials {
  accountSid: string;
  apiKeySid: string;
  apiKeySecret: string;
}

export type TwilioClient = ReturnType<typeof twilio>;

const requestTimeoutMs = 10_000;

/**
 * Twilio's own client. With `apiBaseUrl` every request goes to that address instead of Twilio's, with the same paths, so that the
 * sandbox carrier is spoken to by the same code.
 */
export function createTwilioClient(
  { accountSid, apiKeySid, apiKeySecret }: ClientCredentials,
  { apiBaseUrl }: { apiBaseUrl?: string | undefined } = {},
): TwilioClient {
  const options = { timeout: requestTimeoutMs, autoRetry: true };
  const httpClient = apiBaseUrl === undefined ? new twilio.RequestClient(options) : new RedirectedClient(apiBaseUrl, options);
  return twilio(apiKeySid, apiKeySecret, { accountSid, httpClient });
}

type RequestOf<Body> = Parameters<typeof twilio.RequestClient.prototype.request<Body>>[0];

class RedirectedClient extends twilio.RequestClient {
  readonly #baseUrl: string;

  constructor(baseUrl: string, options: ConstructorParameters<typeof twilio.RequestClient>[0]) {
    super(options);
    this.#baseUrl = baseUrl.replace(/\/+$/, "");
  }

  override request<Body>(request: RequestOf<Body>) {
    const { pathname, search } = new URL(request.uri);
    return super.request<Body>({ ...request, uri: `${this.#baseUrl}${pathname}${search}` });
  }
}
