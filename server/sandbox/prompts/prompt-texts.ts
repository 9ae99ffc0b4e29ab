/** What each spoken prompt says. `scripts/make-prompts.sh` speaks these texts into `clips/`. */
export const promptTexts = {
  greeting: "This is the Ringback echo test. Speak, and hear yourself.",
  "ivr-menu": "Press a digit.",
  "digit-0": "You pressed zero.",
  "digit-1": "You pressed one.",
  "digit-2": "You pressed two.",
  "digit-3": "You pressed three.",
  "digit-4": "You pressed four.",
  "digit-5": "You pressed five.",
  "digit-6": "You pressed six.",
  "digit-7": "You pressed seven.",
  "digit-8": "You pressed eight.",
  "digit-9": "You pressed nine.",
  "digit-star": "You pressed star.",
  "digit-pound": "You pressed pound.",
  "insufficient-balance": "Your balance is too low for this call. Goodbye.",
  "no-rate": "There is no rate for this number. Goodbye.",
  "invalid-number": "This number is not valid. Goodbye.",
  goodbye: "Goodbye.",
  "application-error": "An application error has occurred. Goodbye.",
  fallback: "This is a message that the sandbox cannot speak in full.",
} as const;

export type SpokenClipName = keyof typeof promptTexts;
