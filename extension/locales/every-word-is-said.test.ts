import { expect, test } from "vitest";
import manifest from "../../wxt.config.ts?raw";
import { messagesOf } from "./testing/messages.ts";
import { extensionSources } from "./testing/sources.ts";

const code = [manifest, ...extensionSources().map((source) => source.code)].join("\n");

test("nothing is translated that is said nowhere", () => {
  const named = new Set([...code.matchAll(/"(\w+(?:\.\w+)+)"/g)].map(([, key]) => (key ?? "").replaceAll(".", "_")));
  const inManifest = new Set([...code.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key));
  // Where a key is made of a code, as in `call.failure.${code}`, all that begins so may be meant.
  const beginnings = [...code.matchAll(/`((?:\w+\.)+)\$\{/g)].map(([, beginning]) => (beginning ?? "").replaceAll(".", "_"));
  const unsaid = [...messagesOf("en").keys()].filter((key) => {
    const stem = key.replace(/_(?:one|other)$/, "");
    return (
      !named.has(key) && !named.has(stem) && !inManifest.has(key) && !beginnings.some((beginning) => key.startsWith(beginning))
    );
  });
  expect(unsaid).toEqual([]);
});
