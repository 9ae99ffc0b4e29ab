import { describeRoute, resolver } from "hono-openapi";
import type { z } from "zod";
import { problemSchema } from "#shared/api/problem.ts";

/**
 * Describes a route for the OpenAPI document: what it does, what it answers, and that anything else is a problem.
 */
export function describeAnswer(summary: string, status: 200 | 201 | 202, schema: z.ZodType) {
  return describeRoute({
    summary,
    responses: {
      [status]: { description: "Done", content: { "application/json": { schema: resolver(schema) } } },
      default: { description: "A problem", content: { "application/problem+json": { schema: resolver(problemSchema) } } },
    },
  });
}
