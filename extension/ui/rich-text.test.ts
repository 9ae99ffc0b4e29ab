import { expect, test } from "vitest";
import { takeApart } from "./rich-text.tsx";

test("a sentence is taken apart at its tags, and nothing of it is lost", () => {
  expect(takeApart("Start one with <command>npm start</command>, or ask <host>example.com</host>.")).toEqual([
    { words: "Start one with ", tag: undefined },
    { words: "npm start", tag: "command" },
    { words: ", or ask ", tag: undefined },
    { words: "example.com", tag: "host" },
    { words: ".", tag: undefined },
  ]);
});

test("a sign that is no tag stays what it is", () => {
  expect(takeApart("1 < 2 and <i>so on")).toEqual([{ words: "1 < 2 and <i>so on", tag: undefined }]);
});
