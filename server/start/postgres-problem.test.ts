import { expect, test } from "vitest";
import { PostgresTooOld } from "../store/postgres/migrate-database.ts";
import { postgresProblem } from "./postgres-problem.ts";

const url = "postgres://ada:hush%20hush@db.example.com:6543/calls";

function failure(message: string, code?: string): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

test("a server that is too old is told which version is needed", () => {
  expect(postgresProblem(url, new PostgresTooOld("14.9"))).toBe(
    "Postgres at db.example.com:6543 is version 14.9, and Ringback needs 15 or newer. Update it, or set DATABASE_URL to another.",
  );
});

test.each([
  [failure("getaddrinfo ENOTFOUND", "ENOTFOUND"), "no machine has that name"],
  [failure("timeout expired"), "it does not answer"],
  [failure("The server does not support SSL connections"), "it speaks no TLS, which DATABASE_URL asks for by sslmode"],
  [failure("self-signed certificate", "DEPTH_ZERO_SELF_SIGNED_CERT"), "its certificate is not to be trusted"],
  [
    failure("SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string"),
    "it asks for a password, and DATABASE_URL has none",
  ],
])("%s is told in words", (error, reason) => {
  expect(postgresProblem(url, error)).toBe(
    `Postgres at db.example.com:6543 cannot be used: ${reason}. Start it, or mend DATABASE_URL.`,
  );
});

test("a socket is named by its folder", () => {
  const socket = "postgres:///calls?host=/run/postgresql";
  expect(postgresProblem(socket, failure("connect ENOENT", "ENOENT"))).toMatch(
    /^Postgres at \/run\/postgresql cannot be used: there is no socket there/,
  );
});

test("a fault of ours stays a fault", () => {
  expect(postgresProblem(url, new TypeError("undefined is not a function"))).toBeUndefined();
});

test("no sentence holds the password", () => {
  const sentences = [new PostgresTooOld("9.6"), failure("x", "ECONNREFUSED"), failure("timeout")].map((error) =>
    postgresProblem(url, error),
  );
  expect(sentences.join()).not.toMatch(/hush/);
});
