import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDigits,
  addExtension,
  awaitExtension,
  noDigits,
  progressOf,
  stopDigits,
  takeStep,
  type DigitQueue,
} from "./digit-queue.ts";
import { countTones, type Digits } from "./digits.ts";

const digits = (text: string) => text as Digits;

/** Takes so many steps, or all. */
function take(queue: DigitQueue, count = Number.POSITIVE_INFINITY): { steps: string; queue: DigitQueue } {
  let steps = "";
  let left = queue;
  for (let taken = takeStep(left); taken && steps.length < count; taken = takeStep(left)) {
    steps += taken.step;
    left = taken.queue;
  }
  return { steps, queue: left };
}

describe("the queue of digits", () => {
  it("gives them back one after another, those that came later behind", () => {
    const queue = addDigits(addDigits(noDigits, digits("12w34#")), digits("5"));
    expect(take(queue).steps).toBe("12w34#5");
    expect(take(queue).queue.sent).toBe("1234#5");
  });

  it("counts tones and not pauses, from when there was last nothing to send", () => {
    const earlier = take(addDigits(noDigits, digits("99"))).queue;
    expect(progressOf(earlier)).toBeUndefined();
    const queue = addDigits(earlier, digits("12w3"));
    expect(progressOf(queue)).toEqual({ sent: 0, total: 3 });
    expect(progressOf(take(queue, 3).queue)).toEqual({ sent: 2, total: 3 });
    expect(progressOf(addDigits(take(queue, 3).queue, digits("45")))).toEqual({ sent: 2, total: 5 });
    expect(progressOf(take(queue).queue)).toBeUndefined();
  });

  it("lets go of what waits, and not of what has gone", () => {
    const stopped = stopDigits(take(addDigits(noDigits, digits("12345")), 2).queue);
    expect(takeStep(stopped)).toBeUndefined();
    expect(stopped.sent).toBe("12");
  });

  it("stays the same when there is nothing to stop", () => {
    expect(stopDigits(noDigits)).toBe(noDigits);
  });
});

describe("an extension", () => {
  const due = awaitExtension(digits("12"));
  const waiting = addExtension(due, "ww");

  it("waits for the answer, then its pause, and is sent when its last digit is", () => {
    expect(due.extension).toEqual({ digits: "12", phase: "due" });
    expect(waiting.extension?.phase).toBe("waiting");
    expect(take(waiting, 3).queue.extension?.phase).toBe("waiting");
    expect(take(waiting)).toMatchObject({ steps: "ww12", queue: { extension: { phase: "sent" } } });
  });

  it("is not sent because the digits that a person typed before it are", () => {
    const queue = addExtension(addDigits(due, digits("7")));
    expect(take(queue, 1).queue.extension?.phase).toBe("waiting");
    expect(take(queue, 3).queue.extension?.phase).toBe("sent");
  });

  it("is not put twice into the queue, but goes again once it has gone", () => {
    expect(addExtension(waiting)).toBe(waiting);
    expect(take(addExtension(take(waiting).queue)).steps).toBe("12");
  });

  it("says that it was stopped, and can be sent all the same", () => {
    const stopped = stopDigits(waiting);
    expect(stopped.extension?.phase).toBe("stopped");
    expect(take(addExtension(stopped))).toMatchObject({ steps: "12", queue: { extension: { phase: "sent" } } });
  });

  it("is not called stopped when digits behind it were", () => {
    expect(stopDigits(addDigits(take(waiting).queue, digits("7"))).extension?.phase).toBe("sent");
  });

  it("is nothing to a call without one", () => {
    expect(addExtension(noDigits, "ww")).toBe(noDigits);
  });
});

type Act = { do: "add"; digits: string } | { do: "extension" } | { do: "take" } | { do: "stop" };

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    do: fc.constant("add" as const),
    digits: fc.string({ unit: fc.constantFrom(..."0189*#w"), minLength: 1, maxLength: 6 }),
  }),
  fc.constantFrom<Act>({ do: "extension" }, { do: "take" }, { do: "take" }, { do: "stop" }),
);

function act(queue: DigitQueue, what: Act): DigitQueue {
  switch (what.do) {
    case "add":
      return addDigits(queue, digits(what.digits));
    case "extension":
      return addExtension(queue, "w");
    case "take":
      return takeStep(queue)?.queue ?? queue;
    case "stop":
      return stopDigits(queue);
  }
}

it("keeps its promises whatever is done in whatever order", () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
      let queue = awaitExtension(digits("12"));
      for (const what of acts) {
        const next = act(queue, what);
        // What went out stays out, and grows by what was taken alone.
        expect(next.sent.startsWith(queue.sent)).toBe(true);
        if (what.do !== "take") expect(next.sent).toBe(queue.sent);
        const step = what.do === "take" ? (takeStep(queue)?.step ?? "") : "";
        expect(next.sent).toBe(queue.sent + (step === "w" ? "" : step));
        // The figures fit what is there.
        const progress = progressOf(next);
        if (progress) expect(progress.total - progress.sent).toBe(countTones(next.waiting.map(({ steps }) => steps).join("")));
        // An extension waits as long as some of it is in the queue.
        const isInQueue = next.waiting.some(({ purpose }) => purpose === "extension");
        expect(next.extension?.phase === "waiting").toBe(isInQueue);
        queue = next;
      }
    }),
  );
});
