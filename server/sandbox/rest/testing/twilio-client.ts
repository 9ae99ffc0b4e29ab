import twilio from "twilio";
import type { SandboxAccount } from "../../legs.ts";

type RequestOptions = Parameters<InstanceType<typeof twilio.RequestClient>["request"]>[0];

/** Sends what the library means for any host of Twilio's to one origin, path and all. */
class OriginClient extends twilio.RequestClient {
  readonly #origin: string;

  constructor(origin: string) {
    super();
    this.#origin = origin;
  }

  override request<TData>(options: RequestOptions & { data?: TData }) {
    const { pathname, search } = new URL(options.uri);
    return super.request<TData>({ ...options, uri: `${this.#origin}${pathname}${search}` });
  }
}

/** The real twilio library, pointed at a sandbox. By the account's token, or by any other name and password. */
export function twilioClient(origin: string, account: SandboxAccount, login?: { username: string; password: string }) {
  const { username, password } = login ?? { username: account.accountSid, password: account.authToken };
  return twilio(username, password, { accountSid: account.accountSid, httpClient: new OriginClient(origin) });
}
