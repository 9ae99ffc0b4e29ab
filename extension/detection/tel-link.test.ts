import { expect, test } from "vitest";
import { readNumberText } from "./phone-library.ts";
import { readTelLink } from "./tel-link.ts";

const read = (href: string) => readTelLink(href, { readNumber: readNumberText, regions: ["US"] });

test.for<[string, string, string | undefined]>([
  ["tel:+14155552671", "+14155552671", undefined],
  ["tel:+1-415-555-2671;ext=12", "+14155552671", "12"],
  ["tel:415-555-2671", "+14155552671", undefined],
  ["tel:%2B44%2020%207946%200958", "+442079460958", undefined],
  ["tel://+14155552671", "+14155552671", undefined],
  ["TEL:+14155552671,,12#", "+14155552671", "12#"],
  ["tel:4155552671;phone-context=+1", "+14155552671", undefined],
  ["tel:+49 (0)30 23125104", "+493023125104", undefined],
  ["callto:+442079460958", "+442079460958", undefined],
  ["tel:1-800-FLOWERS", "+18003569377", undefined],
  ["tel:+1-415-555-2671x12", "+14155552671", "12"],
  ["tel:+14155552671p12", "+14155552671", "12"],
  ["tel:+1-415-555-2671%20ext.%2012", "+14155552671", "12"],
])("%s calls %s", ([href, e164, extension]) => {
  expect(read(href)).toMatchObject({ e164, extension });
});

test.for(["tel:", "tel:911", "tel:hello", "tel:%E0%A4%A", "tel:+1234", "callto:echo123", "tel:anna"])(
  "%s calls nobody",
  (href) => {
    expect(read(href)).toBeUndefined();
  },
);
