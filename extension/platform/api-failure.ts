import { problemSchema, type Problem, type ProblemCode } from "#shared/api/problem.ts";
import { err, ok, type Result } from "#shared/result.ts";
import type { z } from "zod";

/** Why the server did not do what was asked: its own problem, or that there was no answer that could be understood. */
export interface ApiFailure extends Pick<Problem, "issues" | "neededMicros" | "availableMicros" | "heldMicros"> {
  code: ProblemCode | "server_unreachable" | "unexpected_answer";
  /** One sentence with a way out, ready to be shown. */
  message: string;
}

// Longer than a slow server takes; a person does not wait longer than this for a click to do something.
const answerTimeoutMs = 15_000;

/** The signal that ends a request: the caller's, or the time a person waits. */
export function untilTimeout(signal?: AbortSignal | null): AbortSignal {
  const timeout = AbortSignal.timeout(answerTimeoutMs);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

/** Reads an answer: its body by `schema` when it is a success, else its problem. Never rejects for what a network does. */
export async function readAnswer<S extends z.ZodType>(
  asked: Promise<Response>,
  schema: S,
): Promise<Result<z.output<S>, ApiFailure>> {
  const answer = await toAnswer(asked);
  return answer.ok ? readBody(answer.value, schema) : answer;
}

/**
 * As readAnswer, for a caller who wants the answer's headers too, or nothing of its body. A 304 comes only to who asked by
 * `if-none-match`, and is what they hoped for.
 */
export async function toAnswer(asked: Promise<Response>): Promise<Result<Response, ApiFailure>> {
  try {
    const response = await asked;
    return response.ok || response.status === 304 ? ok(response) : err(await readProblem(response));
  } catch {
    // fetch rejects for whatever keeps an answer from coming: no network, no server, CORS, a timeout. The browser does not say which.
    return err({
      code: "server_unreachable",
      message: "The Ringback server cannot be reached. Check that it runs and that its address in the settings is right.",
    });
  }
}

async function readBody<S extends z.ZodType>(response: Response, schema: S): Promise<Result<z.output<S>, ApiFailure>> {
  const parsed = schema.safeParse(await readJson(response));
  return parsed.success ? ok(parsed.data) : err(unexpectedAnswer());
}

async function readProblem(response: Response): Promise<ApiFailure> {
  const parsed = problemSchema.safeParse(await readJson(response));
  if (!parsed.success) return unexpectedAnswer();
  const { code, detail, issues, neededMicros, availableMicros, heldMicros } = parsed.data;
  return {
    code,
    message: detail,
    ...(issues && { issues }),
    ...(neededMicros !== undefined && { neededMicros }),
    ...(availableMicros !== undefined && { availableMicros }),
    ...(heldMicros !== undefined && { heldMicros }),
  };
}

function readJson(response: Response): Promise<unknown> {
  // A body that is not JSON, or breaks off, fits no schema: the caller finds out by parsing.
  return response.json().catch(() => undefined);
}

function unexpectedAnswer(): ApiFailure {
  return {
    code: "unexpected_answer",
    message: "The server's answer makes no sense to this version of Ringback. Check the server's address, or update both.",
  };
}
