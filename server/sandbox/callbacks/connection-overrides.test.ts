import { describe, expect, it } from "vitest";
import { defaultConnectionPolicy, readConnectionOverrides } from "./connection-overrides.ts";

describe("connection overrides", () => {
  it("are Twilio's defaults when the URL says nothing", () => {
    expect(readConnectionOverrides("https://example.test/status?a=1")).toEqual({
      url: "https://example.test/status?a=1",
      policy: { connectTimeoutMs: 5000, readTimeoutMs: 15_000, totalTimeoutMs: 15_000, retries: 1, retryOn: new Set(["ct"]) },
    });
  });

  it("are read from the fragment, which is taken off", () => {
    expect(readConnectionOverrides("http://127.0.0.1:9/s#rc=5&rp=5xx,ct,rt&ct=200&rt=300&tt=9000")).toEqual({
      url: "http://127.0.0.1:9/s",
      policy: {
        connectTimeoutMs: 200,
        readTimeoutMs: 300,
        totalTimeoutMs: 9000,
        retries: 5,
        retryOn: new Set(["5xx", "ct", "rt"]),
      },
    });
  });

  it.each(["rc=6", "rc=-1", "rc=many", "ct=99", "ct=10001", "rt=15001", "tt=0", "rp=never", "rp="])(
    "count as not said when out of Twilio's range: %s",
    (fragment) => {
      expect(readConnectionOverrides(`https://example.test/#${fragment}`).policy).toEqual(defaultConnectionPolicy);
    },
  );

  it("take rp=all for every reason there is", () => {
    expect(readConnectionOverrides("https://example.test/#rp=all").policy.retryOn).toEqual(new Set(["4xx", "5xx", "ct", "rt"]));
  });
});
