import { i18n } from "#i18n";
import type { FailureCode } from "./call-state.ts";
import type { FailureWords } from "./failure-words.ts";

/** What a code says by itself. */
export function plainFailureWords(code: FailureCode): FailureWords {
  const key = isOfOldVersion(code) ? "old_version" : code;
  return {
    sentence: i18n.t(`call.failure.${key}.sentence`),
    cause: i18n.t(`call.failure.${key}.cause`),
    wayOut: i18n.t(`call.failure.${key}.wayOut`),
  };
}

// One and the same to a person: the two sides do not speak of the same things.
function isOfOldVersion(code: FailureCode): code is "bad_request" | "unsupported_media_type" {
  return code === "bad_request" || code === "unsupported_media_type";
}
