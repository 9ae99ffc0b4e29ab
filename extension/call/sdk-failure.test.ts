import { createRequire } from "node:module";
import { describe, expect, it, test } from "vitest";
import { failureOfSdkError, isKnownSdkError } from "./sdk-failure.ts";

type ErrorClass = new () => { code: number };

// The SDK's index pulls in a browser; its errors do not. This file lists every class that the installed version has.
const require = createRequire(import.meta.url);
const generated = require("../../node_modules/@twilio/voice-sdk/es5/twilio/errors/generated.js") as {
  errorsByCode: ReadonlyMap<number, ErrorClass>;
};
const sdkErrors = [...generated.errorsByCode].map(([code, SdkError]) => [code, SdkError] as const);

test("the SDK's table of errors was found", () => {
  expect(sdkErrors.length).toBeGreaterThan(30);
});

test.each(sdkErrors)("error %i of the installed SDK has a meaning of ours", (code, SdkError) => {
  expect(isKnownSdkError(code)).toBe(true);
  expect(failureOfSdkError(new SdkError())).toMatchObject({ sdkCode: code });
});

describe("what the voice SDK reports", () => {
  it.each([
    [31_486, "busy"],
    [31_480, "no_answer"],
    [31_603, "rejected"],
    [31_401, "microphone_denied"],
    [31_402, "microphone_missing"],
    [53_405, "connection_lost"],
    [31_005, "connection_lost"],
    [20_101, "carrier_refused_token"],
    [20_104, "carrier_refused_token"],
    [31_202, "carrier_refused_token"],
    [99_999, "sdk_error"],
  ] as const)("error %i is %s", (code, expected) => {
    expect(failureOfSdkError(Object.assign(new Error("ConnectionError (31005)"), { code })).code).toBe(expected);
  });

  it.each([undefined, null, "boom", new Error("boom"), { code: "31005" }])("takes anything: %s", (error) => {
    expect(failureOfSdkError(error)).toEqual({ code: "sdk_error" });
  });
});
