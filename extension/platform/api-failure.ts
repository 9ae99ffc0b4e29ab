import type { ProblemFigures } from "#shared/api/problem-figures.ts";
import { problemSchema, type ProblemCode } from "#shared/api/problem.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { z } from "zod";

/** Why the server did not do what was asked: its own problem with its figures, or that there was no answer that could be understood. */
export interface ApiFailure extends ProblemFigures {
  code: ProblemCode | "server_unreachable" | "unexpected_answer";
  /** The server's own sentence, in English: for what cannot be told from the code and the figures. */
  detail?: string;
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
    return err({ code: "server_unreachable" });
  }
}

async function readBody<S extends z.ZodType>(response: Response, schema: S): Promise<Result<z.output<S>, ApiFailure>> {
  const parsed = schema.safeParse(await readJson(response));
  return parsed.success ? ok(parsed.data) : err({ code: "unexpected_answer" });
}

// A newer server may have problems with codes that this version has never heard of. Its sentence says what they are.
const newerProblemSchema = z.object({ type: z.string(), detail: z.string() });

async function readProblem(response: Response): Promise<ApiFailure> {
  const body = await readJson(response);
  const parsed = problemSchema.safeParse(body);
  if (parsed.success) {
    const { type: _type, title: _title, status: _status, issues: _issues, ...failure } = parsed.data;
    return failure;
  }
  const newer = newerProblemSchema.safeParse(body);
  return newer.success ? { code: "unexpected_answer", detail: newer.data.detail } : { code: "unexpected_answer" };
}

function readJson(response: Response): Promise<unknown> {
  // A body that is not JSON, or breaks off, fits no schema: the caller finds out by parsing.
  return response.json().catch(() => undefined);
}
