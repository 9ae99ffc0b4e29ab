import { defineConfig, type OxlintOverride } from "oxlint";

/**
 * The floors of the house, top first. A room may import from the floors below its own, and from nothing beside or above it.
 * Rooms on one floor do not know each other.
 */
const serverFloors = [
  ["simulation"],
  ["main", "cli"],
  ["operator"],
  ["app", "start"],
  ["calls", "demo-account"],
  ["wallet", "payments", "contacts", "rates", "accounts"],
  ["twilio", "live", "metrics"],
  ["store"],
  ["ledger", "http"],
];
const extensionFloors = [
  ["entrypoints"],
  ["entry"],
  ["dialer", "dashboard", "onboarding"],
  ["call", "detection"],
  ["quality"],
  ["audio"],
  ["platform"],
  ["ui"],
];

/** For each room, the rooms it must not import: those of the floors above, and its neighbours. */
function floorRules(root: string, floors: string[][]) {
  return floors.flatMap((rooms, floor) =>
    rooms.map((room) => {
      const forbidden = floors
        .slice(0, floor + 1)
        .flat()
        .filter((other) => other !== room);
      return restrict(
        [`${root}/${room}/**`, `${root}/${room}.ts`],
        forbidden.length > 0 ? `^((\\.\\./)+|#${root}/)(${forbidden.join("|")})(/|\\.tsx?$)` : undefined,
        `${root}/${room} may only import from the floors below it.`,
      );
    }),
  );
}

function restrict(files: string[], regex: string | undefined, message: string) {
  const patterns = regex === undefined ? [] : [{ regex, message }];
  return { files, rules: { "no-restricted-imports": ["error", { patterns }] } } satisfies OxlintOverride;
}

export default defineConfig({
  plugins: ["typescript", "unicorn", "oxc", "import", "promise", "react", "jsx-a11y"],
  categories: { correctness: "error", suspicious: "error", perf: "error" },
  env: { builtin: true },
  options: { typeAware: true },
  ignorePatterns: [".output", ".wxt", ".cache", "node_modules"],
  rules: {
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/switch-exhaustiveness-check": "error",
    "typescript/consistent-type-imports": "error",
    "typescript/only-throw-error": "error",
    "typescript/return-await": "error",
    // Branding a parsed value is an assertion by nature; it happens in the few functions that parse.
    "typescript/no-unsafe-type-assertion": "off",
    // The compiler checks this with knowledge of exhaustive switches, which the rule lacks.
    "typescript/consistent-return": "off",
    "import/no-default-export": "error",
    "import/no-cycle": "error",
    "import/no-unassigned-import": "off",
    "import/no-named-as-default-member": "off",
    // Work that must happen in order is written in order.
    "no-await-in-loop": "off",
    "no-shadow": "off",
    "no-empty": ["error", { allowEmptyCatch: false }],
    "react/react-in-jsx-scope": "off",
    "react/rules-of-hooks": "error",
    // The ARIA pattern for a combobox with a listbox of rich options needs the roles; no native element does it.
    "jsx-a11y/prefer-tag-over-role": "off",
    "jsx-a11y/no-noninteractive-element-to-interactive-role": "off",
    // A popup opens to be typed into, and a dialog to be answered.
    "jsx-a11y/no-autofocus": "off",
    "unicorn/filename-case": ["error", { case: "kebabCase" }],
  },
  overrides: [
    { files: ["*.config.ts", "extension/entrypoints/**"], rules: { "import/no-default-export": "off" } },
    ...floorRules("server", serverFloors),
    ...floorRules("extension", extensionFloors),
    {
      files: ["shared/**"],
      rules: {
        "no-restricted-imports": [
          "error",
          {
            patterns: [
              {
                group: ["*", "!./**", "!../**", "!#shared/**", "!zod", "!libphonenumber-js", "!libphonenumber-js/**"],
                message: "shared imports zod and libphonenumber-js only.",
              },
            ],
          },
        ],
      },
    },
    // Playwright's fixtures are handed on by a function named `use`, which is no hook.
    { files: ["e2e/**"], rules: { "react/rules-of-hooks": "off", "react-hooks/rules-of-hooks": "off" } },
    // Initials and flags are taken apart by code point on purpose.
    { files: ["extension/ui/**", "**/*.test.ts"], rules: { "typescript/no-misused-spread": "off" } },
    { files: ["shared/**/*.test.ts"], rules: { "no-restricted-imports": "off" } },
    restrict(
      ["server/sandbox/**"],
      `^#|^(\\.\\./)+(${serverFloors.flat().join("|")}|config|logger|carrier|clock)(/|\\.ts$)`,
      "The sandbox carrier imports nothing of the rest of the server.",
    ),
  ],
});
