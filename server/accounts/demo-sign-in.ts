import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { ulid } from "ulid";

const domain = "demo.invalid";

/**
 * Makes a demo user and signs it in. For the server's own use: no route leads here, and a user who has no password can
 * only be signed in by this.
 */
export function demoSignIn() {
  return {
    id: "demo-sign-in",
    endpoints: {
      signInDemo: createAuthEndpoint("/sign-in/demo", { method: "POST", metadata: { SERVER_ONLY: true } }, async (c) => {
        const { internalAdapter } = c.context;
        const user = await internalAdapter.createUser(
          {
            email: `${ulid().toLowerCase()}@${domain}`,
            name: "Demo",
            emailVerified: false,
            isDemo: true,
          },
          { method: "anonymous" },
        );
        const session = await internalAdapter.createSession(user.id);
        // The bearer plugin makes its token out of the cookie set here.
        await setSessionCookie(c, { session, user });
        return c.json({ user });
      }),
    },
  } satisfies BetterAuthPlugin;
}
