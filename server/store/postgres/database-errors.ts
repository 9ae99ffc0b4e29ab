import { DatabaseError } from "pg";

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const [serialisationFailure, deadlock] = ["40001", "40P01"];
// The connection, a lack of means, an operator's hand, the system: another statement would fare no better.
const notTheStatement = /^(?:08|53|57|58)/;

/** What Postgres itself said, behind whatever is wrapped around it; undefined when it did not come to say anything. */
export function databaseErrorOf(error: unknown): DatabaseError | undefined {
  if (error instanceof DatabaseError) return error;
  return error instanceof Error && error.cause !== undefined ? databaseErrorOf(error.cause) : undefined;
}

/** Whether a transaction that failed so would go through if it were done again from its beginning. */
export function isWorthRepeating(error: unknown): boolean {
  const code = databaseErrorOf(error)?.code;
  return code === serialisationFailure || code === deadlock;
}

/** Whether it was what was asked that failed, and not the database as such. */
export function isRefusal(error: unknown): boolean {
  const code = databaseErrorOf(error)?.code;
  return code !== undefined && !notTheStatement.test(code);
}
