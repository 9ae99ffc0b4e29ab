import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { defaultConfig, readConfig } from "./config.ts";

const example = parseEnv(readFileSync(new URL("../.env.example", import.meta.url), "utf8"));

test(".env.example changes nothing as it stands", () => {
  expect(readConfig(example)).toEqual({ ok: true, value: defaultConfig });
});

test(".env.example names every variable that config.ts reads, and no other", () => {
  const read = readFileSync(new URL("config.ts", import.meta.url), "utf8").match(/^ {2}[A-Z][A-Z_]+(?=:)/gm) ?? [];
  expect(Object.keys(example).toSorted()).toEqual(read.map((name) => name.trim()).toSorted());
});
