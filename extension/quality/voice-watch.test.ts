import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freshVoiceWatch, watchVoice, type VoiceMoment, type VoiceWatch } from "./voice-watch.ts";

const stepMs = 50;
type Moment = Omit<VoiceMoment, "atMs">;
const sound: Moment = { input: 0.2, isMuted: false, isMutedBySystem: false, source: "headset" };
const silence: Moment = { ...sound, input: 0 };
const muted: Moment = { ...silence, isMuted: true };
const systemMuted: Moment = { ...silence, isMutedBySystem: true };

/** The watch after each moment for so long, one after the other. */
function after(...parts: readonly (readonly [moment: Moment, forMs: number])[]): VoiceWatch {
  let watch = freshVoiceWatch;
  let atMs = 1_000_000;
  for (const [moment, forMs] of parts) {
    for (let passedMs = 0; passedMs <= forMs; passedMs += stepMs) {
      watch = watchVoice(watch, { ...moment, atMs });
      atMs += stepMs;
    }
  }
  return watch;
}

describe("a microphone", () => {
  test("that has given no sound at all for six seconds is silent, and not before", () => {
    expect(after([silence, 5900]).trouble).toBeUndefined();
    expect(after([silence, 6000]).trouble).toBe("silent");
  });

  test("that was heard before may be silent for twenty seconds, since a headset that takes noise away is so while one listens", () => {
    expect(after([sound, 100], [silence, 19_900]).trouble).toBeUndefined();
    expect(after([sound, 100], [silence, 20_000]).trouble).toBe("silent");
  });

  test("is well again with the first sound, however soft", () => {
    expect(after([silence, 9000], [{ ...sound, input: 0.001 }, 0])).toMatchObject({ trouble: undefined, hasHeard: true });
  });

  test("that is muted here is expected to be silent, and is judged anew when it is not muted any more", () => {
    expect(after([muted, 60_000]).trouble).toBeUndefined();
    expect(after([silence, 9000], [muted, 0]).trouble).toBeUndefined();
    expect(after([muted, 60_000], [silence, 5900]).trouble).toBeUndefined();
    expect(after([muted, 60_000], [silence, 6000]).trouble).toBe("silent");
  });

  test("that the system mutes is told from one that is silent, after a second", () => {
    expect(after([sound, 100], [systemMuted, 900]).trouble).toBeUndefined();
    expect(after([sound, 100], [systemMuted, 1000]).trouble).toBe("muted_by_system");
    expect(after([systemMuted, 3000], [sound, 0]).trouble).toBeUndefined();
  });
});

test("a microphone that takes the place of another is judged by itself", () => {
  const other = { ...silence, source: "built-in" };
  expect(after([silence, 9000], [other, 0]).trouble).toBeUndefined();
  expect(after([sound, 100], [other, 5900]).trouble).toBeUndefined();
  expect(after([sound, 100], [other, 6000]).trouble).toBe("silent");
});

test("whatever comes, there is no trouble while there is sound or the person has muted, and an unchanged watch is the same object", () => {
  const anyMoment = fc.constantFrom(sound, silence, muted, systemMuted);
  fc.assert(
    fc.property(fc.array(fc.tuple(anyMoment, fc.integer({ min: 0, max: 30_000 })), { maxLength: 20 }), (moments) => {
      let watch = freshVoiceWatch;
      let atMs = 0;
      for (const [moment, passedMs] of moments) {
        atMs += passedMs;
        watch = watchVoice(watch, { ...moment, atMs });
        expect(watchVoice(watch, { ...moment, atMs })).toBe(watch);
        if (moment.isMuted || (moment.input > 0 && !moment.isMutedBySystem)) expect(watch.trouble).toBeUndefined();
      }
    }),
  );
});
