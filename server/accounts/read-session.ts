import { accountIdSchema } from "#shared/ids.ts";
import { z } from "zod";
import type { SignedIn } from "../http/context.ts";
import type { ReadSession } from "../http/require-account.ts";
import type { Auth } from "./auth.ts";

/**
 * Reads who a bearer token belongs to. Only the authorization header is looked at: a cookie would be sent by a browser
 * on behalf of any page, and then every page would be signed in.
 */
export function createReadSession(auth: Auth): ReadSession {
  return async (headers) => {
    const authorization = headers.get("authorization");
    if (!authorization) return undefined;
    const session = await auth.api.getSession({ headers: new Headers({ authorization }) });
    return session ? readSignedIn(session.user) : undefined;
  };
}

const userSchema = z.object({
  id: z.string(),
  accountId: accountIdSchema,
  email: z.string(),
  name: z.string(),
  role: z.enum(["owner", "member"]),
  isDemo: z.boolean(),
});

/** What the rest of the server knows of a user. */
export function readSignedIn(user: unknown): SignedIn {
  const { id, ...rest } = userSchema.parse(user);
  return { userId: id, ...rest };
}
