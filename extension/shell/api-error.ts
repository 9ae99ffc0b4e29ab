import type { Result } from "#shared/result.ts";
import type { ApiFailure } from "../platform/api-failure.ts";

/** An ApiFailure on its way through TanStack Query, which knows failures only as something thrown. */
export class ApiError extends Error {
  readonly failure: ApiFailure;

  constructor(failure: ApiFailure) {
    super(failure.detail ?? failure.code);
    this.name = "ApiError";
    this.failure = failure;
  }
}

/** The value of an answer; throws an ApiError for a failure. For query and mutation functions only. */
export async function valueOf<Value>(answer: Promise<Result<Value, ApiFailure>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new ApiError(result.error);
  return result.value;
}

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: ApiError;
  }
}
