import type { Context, MiddlewareHandler } from "hono";
import { uniqueSymbol, validator } from "hono-openapi";
import type { z } from "zod";
import { problem } from "./problem.ts";

/** What the Standard Schema specification says of a failure. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

type Target = "json" | "query" | "param" | "form";

/**
 * Parses a part of the request with a schema, so that handlers see only what `c.req.valid(target)` gives. What does not
 * fit is answered with a `bad_request` problem that names each member at fault; a JSON body of another content type
 * with `unsupported_media_type`. The schema also becomes the route's entry in the OpenAPI document.
 */
export function validate<S extends z.ZodType, T extends Target>(target: T, schema: S) {
  const parse = validator(target, schema, (result, c) => {
    if (!result.success) return badRequest(c, target, result.error);
  });
  const guarded: typeof parse = async (c, next) => (await refuseUnreadable(c, target)) ?? (await parse(c, next));
  // hono-openapi finds a route's schemas by this property of its middleware.
  return Object.assign(guarded, { [uniqueSymbol]: markOf(parse) });
}

function markOf(middleware: MiddlewareHandler): unknown {
  return (middleware as MiddlewareHandler & { [uniqueSymbol]?: unknown })[uniqueSymbol];
}

/** Hono's own validator takes a body of another content type for an empty one and throws on broken JSON: both are told apart here. */
async function refuseUnreadable(c: Context, target: Target): Promise<Response | undefined> {
  if (target !== "json") return undefined;
  const mediaType = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") {
    return problem(c, "unsupported_media_type", "Send the body as JSON, with the header `content-type: application/json`.");
  }
  const body = await c.req.text();
  return isJson(body) ? undefined : problem(c, "bad_request", "The body is not valid JSON.");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const whereOf: Record<Target, string> = { json: "body", query: "query", param: "path", form: "form" };

function badRequest(c: Context, target: Target, issues: readonly Issue[]): Response {
  const told = issues.map((issue) => ({ path: pathOf(issue), message: issue.message }));
  const first = told[0];
  const at = first?.path ? ` at "${first.path}"` : "";
  return problem(c, "bad_request", `The ${whereOf[target]} does not fit${at}: ${first?.message ?? "unknown"}`, { issues: told });
}

/** "callerIds.0.number" */
function pathOf(issue: Issue): string {
  return (issue.path ?? []).map((part) => String(typeof part === "object" ? part.key : part)).join(".");
}
