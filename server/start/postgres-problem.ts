import { databaseErrorOf } from "../store/postgres/database-errors.ts";
import { oldestVersion, PostgresTooOld } from "../store/postgres/migrate-database.ts";

interface Place {
  /** Host and port, or the folder of a socket. */
  server: string;
  database: string;
  user: string;
}

/**
 * Why a Postgres database cannot be used and what to do, as a sentence for its operator; undefined for an error of another kind. It
 * names where it was looked for, and never the password.
 */
export function postgresProblem(databaseUrl: string, error: unknown): string | undefined {
  const place = readPlace(databaseUrl);
  if (error instanceof PostgresTooOld) {
    return `Postgres at ${place.server} is version ${error.version}, and Ringback needs ${oldestVersion} or newer. Update it, or set DATABASE_URL to another.`;
  }
  const said = databaseErrorOf(error)?.code;
  if (said !== undefined) return refusals[said]?.(place);
  return tellUnreachable(place, error);
}

/** What the server said by its code. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const refusals: Record<string, (place: Place) => string> = {
  "28P01": ({ server, user }) => `Postgres at ${server} refuses ${user}: the password is wrong. Mend it in DATABASE_URL.`,
  "28000": ({ server, user, database }) =>
    `Postgres at ${server} does not let ${user} into ${database} from here. Mend the user in DATABASE_URL, or what the server allows.`,
  "3D000": ({ server, database }) =>
    `There is no database ${database} at ${server}. Make it with \`createdb ${database}\`, or mend its name in DATABASE_URL.`,
  "42501": ({ server, user, database }) =>
    `${user} may not make tables in ${database} at ${server}. Make ${user} the database's owner, or set DATABASE_URL to another user.`,
  "53300": ({ server }) =>
    `Postgres at ${server} has no connection left. Raise its max_connections, or stop something that uses it.`,
  "57P03": ({ server }) => `Postgres at ${server} is starting or stopping. Try again in a moment.`,
};

const unreachable: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ENOENT: "there is no socket there",
  ENOTFOUND: "no machine has that name",
  EAI_AGAIN: "its name cannot be looked up",
  ETIMEDOUT: "it does not answer",
  EHOSTUNREACH: "there is no way to it",
  ENETUNREACH: "there is no way to it",
  ECONNRESET: "it hung up",
  EACCES: "this user may not use its socket",
};

// What the driver says in words alone.
const spoken: readonly [RegExp, string][] = [
  [/timeout/i, "it does not answer"],
  [/terminated/i, "it hung up"],
  [/does not support SSL/i, "it speaks no TLS, which DATABASE_URL asks for by sslmode"],
  [/certificate/i, "its certificate is not to be trusted"],
  [/password must be/i, "it asks for a password, and DATABASE_URL has none"],
];

function tellUnreachable({ server }: Place, error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { message } = error;
  const reason =
    ("code" in error ? unreachable[String(error.code)] : undefined) ?? spoken.find(([words]) => words.test(message))?.[1];
  return reason && `Postgres at ${server} cannot be used: ${reason}. Start it, or mend DATABASE_URL.`;
}

function readPlace(databaseUrl: string): Place {
  const { host, pathname, username, searchParams } = new URL(databaseUrl);
  const user = decodeURIComponent(username) || "this user";
  return { server: host || (searchParams.get("host") ?? "its socket"), database: decodeURIComponent(pathname.slice(1)), user };
}
