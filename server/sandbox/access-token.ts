import { decodeJwt, errors, jwtVerify } from "jose";
import { z } from "zod";
import type { CarrierError, SandboxAccount } from "./legs.ts";
import { signallingErrors } from "./signalling/errors.ts";

/** What an access token allows, once it is known to be genuine. */
export interface AccessToken {
  identity: string;
  /** May register and be called. */
  allowsIncoming: boolean;
  /** The application that its calls go to. Undefined when it may place none. */
  outgoingApplicationSid: string | undefined;
  expiresAtMs: number;
}

export type TokenCheck = { valid: true; token: AccessToken } | { valid: false; error: CarrierError };

const longestLifeSeconds = 24 * 60 * 60;

const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  exp: z.number().int(),
  iat: z.number().int().optional(),
  nbf: z.number().int().optional(),
  grants: z.object({
    identity: z.string().min(1).max(256),
    voice: z.object({
      incoming: z.object({ allow: z.boolean() }).optional(),
      outgoing: z.object({ application_sid: z.string() }).optional(),
    }),
  }),
});

type Claims = z.infer<typeof claimsSchema>;

/**
 * Checks a Twilio access token as Twilio does: made by our API key for our account, signed with its secret, in force
 * at `nowMs`, no longer-lived than 24 hours, with a voice grant. https://www.twilio.com/docs/iam/access-tokens
 */
export async function checkAccessToken(jwt: string, options: { account: SandboxAccount; nowMs: number }): Promise<TokenCheck> {
  if (jwt === "") return refused(signallingErrors.tokenMissing);
  const claims = readClaims(jwt);
  if (!claims || claims.iss !== options.account.apiKeySid) return refused(signallingErrors.tokenInvalid);
  if (claims.sub !== options.account.accountSid) return refused(signallingErrors.noValidAccount);
  const error = (await verifySignature(jwt, options)) ?? checkLife(claims, options.nowMs);
  return error ? refused(error) : { valid: true, token: toAccessToken(claims) };
}

function refused(error: CarrierError): TokenCheck {
  return { valid: false, error };
}

function readClaims(jwt: string): Claims | undefined {
  try {
    return claimsSchema.safeParse(decodeJwt(jwt)).data;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

async function verifySignature(
  jwt: string,
  { account, nowMs }: { account: SandboxAccount; nowMs: number },
): Promise<CarrierError | undefined> {
  try {
    await jwtVerify(jwt, new TextEncoder().encode(account.apiKeySecret), {
      algorithms: ["HS256"],
      currentDate: new Date(nowMs),
    });
    return undefined;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return signallingErrors.signatureInvalid;
    if (error instanceof errors.JWTExpired) return signallingErrors.tokenExpired;
    if (error instanceof errors.JOSEError) return signallingErrors.tokenInvalid;
    throw error;
  }
}

function checkLife(claims: Claims, nowMs: number): CarrierError | undefined {
  const startSeconds = claims.iat ?? claims.nbf ?? Math.floor(nowMs / 1000);
  return claims.exp - startSeconds > longestLifeSeconds ? signallingErrors.tokenTooLong : undefined;
}

function toAccessToken({ exp, grants: { identity, voice } }: Claims): AccessToken {
  return {
    identity,
    allowsIncoming: voice.incoming?.allow ?? false,
    outgoingApplicationSid: voice.outgoing?.application_sid,
    expiresAtMs: exp * 1000,
  };
}
