import { profileSchema, type Profile } from "#shared/api/profile.ts";
import { extensionId } from "#shared/extension-id.ts";
import { liveEventSchema } from "#shared/live-events.ts";
import { createParser } from "eventsource-parser";

/** Somebody with an account, who may ask any server that knows it. */
export interface Person {
  accountId: Profile["user"]["accountId"];
  ask(serverUrl: string, path: string): Promise<Response>;
  readProfile(serverUrl: string): Promise<Profile>;
  /** Opens a live stream and collects the profiles that come, until the server ends it or the signal does. */
  listen(serverUrl: string, signal: AbortSignal): Promise<readonly Profile[]>;
}

const headers = { origin: `chrome-extension://${extensionId}`, "content-type": "application/json" };

/** Makes the first account of a fresh server, as the extension does. */
export async function signUp(serverUrl: string): Promise<Person> {
  const ada = { name: "Ada", email: "ada@example.com", password: "correct horse battery staple" };
  const signedUp = await fetch(`${serverUrl}/api/auth/sign-up/email`, { method: "POST", headers, body: JSON.stringify(ada) });
  const token = signedUp.headers.get("set-auth-token");
  if (token === null) throw new Error(`Nobody could sign up: ${signedUp.status} ${await signedUp.text()}`);
  const authorization = `Bearer ${token}`;

  function ask(serverUrl: string, path: string, signal?: AbortSignal): Promise<Response> {
    return fetch(`${serverUrl}${path}`, { headers: { ...headers, authorization }, ...(signal && { signal }) });
  }

  async function readProfile(serverUrl: string): Promise<Profile> {
    return profileSchema.parse(await (await ask(serverUrl, "/api/user/profile")).json());
  }

  return {
    accountId: (await readProfile(serverUrl)).user.accountId,
    ask,
    readProfile,
    async listen(serverUrl, signal) {
      const profiles: Profile[] = [];
      const answer = await ask(serverUrl, "/api/live", signal);
      void readStream(answer, profiles);
      return profiles;
    },
  };
}

async function readStream(answer: Response, profiles: Profile[]): Promise<void> {
  const parser = createParser({
    onEvent({ data }) {
      const event = liveEventSchema.parse(JSON.parse(data));
      if (event.type === "profile") profiles.push(event.profile);
    },
  });
  const decoder = new TextDecoder();
  try {
    for await (const chunk of answer.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }));
  } catch {
    // The server is gone, or the test is over.
  }
}
