import { err, ok, type Result } from "#shared/result.ts";
import { randomBytes, randomInt } from "node:crypto";
import { z } from "zod";
import { createAuth, type Auth, type AuthDeps } from "./auth.ts";

/** Who is let in: by e-mail address, under a name. */
interface Newcomer {
  email: string;
  name: string;
}

export type NotLetIn = "email_taken" | "not_an_address";

/** Lets people in beside the owner. Both give a password that is told once and kept nowhere. */
export interface Members {
  /** Makes an account, with an empty wallet, that its person signs in to with the password. */
  add(newcomer: Newcomer): Promise<Result<string, NotLetIn>>;
  /** Replaces a password, and signs the person out wherever they are signed in. */
  renewPassword(userId: string): Promise<string>;
}

export function createMembers(deps: Pick<AuthDeps, "store" | "clock" | "logger">): Members {
  // Nobody signs in here, so nothing is ever signed with this secret, and no page is trusted.
  const secret = randomBytes(32).toString("base64url");
  const auth = createAuth({ ...deps, publicUrl: "http://127.0.0.1", secret, trustedOrigins: [] });
  return {
    async add({ email, name }) {
      const address = z.email().safeParse(email.trim().toLowerCase());
      if (!address.success) return err("not_an_address");
      const { internalAdapter } = await auth.$context;
      if (await internalAdapter.findUserByEmail(address.data)) return err("email_taken");
      const newcomer = { email: address.data, name, emailVerified: false, role: "member" };
      const { id } = await internalAdapter.createUser(newcomer, { method: "email-password" });
      return ok(await givePassword(auth, id));
    },
    async renewPassword(userId) {
      const plain = await givePassword(auth, userId);
      await (await auth.$context).internalAdapter.deleteUserSessions(userId);
      return plain;
    },
  };
}

async function givePassword(auth: Auth, userId: string): Promise<string> {
  const { internalAdapter, password } = await auth.$context;
  const plain = makePassword();
  const hash = await password.hash(plain);
  // There is none yet for somebody new, or whose invitation broke off before it came to this.
  if (await internalAdapter.findCredentialAccount(userId)) await internalAdapter.updatePassword(userId, hash);
  else await internalAdapter.linkAccount({ userId, accountId: userId, providerId: "credential", password: hash });
  return plain;
}

// Without what is easily misread: 0 and o, 1, i and l.
const letters = "23456789abcdefghjkmnpqrstuvwxyz";
const groups = 4;
const lettersInGroup = 4;

/** Sixteen letters that can be read out, each of nearly five bits. */
function makePassword(): string {
  return Array.from({ length: groups }, makeGroup).join("-");
}

function makeGroup(): string {
  return Array.from({ length: lettersInGroup }, makeLetter).join("");
}

function makeLetter(): string {
  return letters.charAt(randomInt(letters.length));
}
