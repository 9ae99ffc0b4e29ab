import { problemSchema } from "#shared/api/problem.ts";
import { saveContactSchema } from "#shared/api/contacts.ts";
import { Hono } from "hono";
import { generateSpecs } from "hono-openapi";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { validate } from "./validate.ts";

const app = new Hono()
  .post("/contacts", validate("json", saveContactSchema), (c) => c.json({ name: c.req.valid("json").name }))
  .get("/pages", validate("query", z.object({ limit: z.coerce.number().int().max(10) })), (c) =>
    c.json({ limit: c.req.valid("query").limit }),
  );

function post(body: string, contentType = "application/json") {
  return app.request("/contacts", { method: "POST", body, headers: { "content-type": contentType } });
}

describe("validate", () => {
  test("hands the handler what the schema made of the request", async () => {
    const answer = await post(JSON.stringify({ name: "  Ada ", number: "+14155550100" }));
    expect(await answer.json()).toEqual({ name: "Ada" });
    expect(await (await app.request("/pages?limit=7")).json()).toEqual({ limit: 7 });
  });

  test("names every member that does not fit", async () => {
    const answer = await post(JSON.stringify({ name: "", number: 7 }));
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const told = problemSchema.parse(await answer.json());
    expect(told.code).toBe("bad_request");
    expect(told.issues?.map((issue) => issue.path)).toEqual(["name", "number"]);
  });

  test("tells broken JSON from a body that does not fit", async () => {
    const answer = await post("{");
    expect(answer.status).toBe(400);
    expect(problemSchema.parse(await answer.json()).detail).toBe("The body is not valid JSON.");
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", ""])("refuses a body of type %j", async (contentType) => {
    const answer = await post(JSON.stringify({ name: "Ada", number: "+14155550100" }), contentType);
    expect(answer.status).toBe(415);
    expect(problemSchema.parse(await answer.json()).code).toBe("unsupported_media_type");
  });

  test("puts the schema into the OpenAPI document", async () => {
    const document = await generateSpecs(app);
    expect(document.paths["/contacts"]?.post?.requestBody).toBeDefined();
    expect(document.paths["/pages"]?.get?.parameters).toHaveLength(1);
  });
});
