import { describe, expect, it } from "vitest";
import { callIdSchema, contactIdSchema } from "./ids.ts";

describe("ids", () => {
  it("carry their kind, so that one cannot be taken for another", () => {
    const ulid = "01JD3Z5K8QXW9V7T6S5R4P3N2M";
    expect(callIdSchema.safeParse(`call_${ulid}`).success).toBe(true);
    expect(contactIdSchema.safeParse(`call_${ulid}`).success).toBe(false);
    expect(callIdSchema.safeParse(`call_${ulid}; DROP TABLE calls`).success).toBe(false);
  });
});
