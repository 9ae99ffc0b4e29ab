import { describe, expect, test } from "vitest";
import { parseServerAddress } from "./server-address.ts";

test.each([
  ["127.0.0.1:8787", "http://127.0.0.1:8787"],
  [" http://localhost:8787/ ", "http://localhost:8787"],
  ["ringback.example.com", "https://ringback.example.com"],
  ["HTTPS://Ringback.Example.com:443", "https://ringback.example.com"],
  ["[::1]:8787", "http://[::1]:8787"],
])("%s is %s", (typed, url) => {
  expect(parseServerAddress(typed)).toEqual({ ok: true, value: { url, isOpen: false } });
});

test("plain http to another machine is taken, and known to be open", () => {
  expect(parseServerAddress("http://192.168.1.5:8787")).toEqual({
    ok: true,
    value: { url: "http://192.168.1.5:8787", isOpen: true },
  });
});

describe("refused, with a sentence that says how to mend it", () => {
  test.each(["", "ftp://example.com", "not an address", "https://example.com/api", "https://me@example.com"])("%s", (typed) => {
    const parsed = parseServerAddress(typed);
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && parsed.error).toMatch(/\.$/);
  });
});
