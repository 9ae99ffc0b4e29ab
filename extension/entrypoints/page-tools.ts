import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createCardSession } from "../detection/card-session.ts";
import { createNumberFinder, withMarks } from "../detection/number-finder.ts";
import { pageRegions } from "../detection/page-region.ts";
import { readNumberText } from "../detection/phone-library.ts";
import { publishTools } from "../detection/published-tools.ts";
import { readPageSignals } from "../detection/read-page-signals.ts";

// Loaded into a frame when its first candidate appears: detection/card-host.ts.
export default defineUnlistedScript(() => {
  publishTools({
    makeFinder(page, userCountry) {
      const signals = readPageSignals(page, { userCountry, readNumber: readNumberText });
      return withMarks(createNumberFinder({ readNumber: readNumberText, regions: pageRegions(signals) }));
    },
    startCards: createCardSession,
  });
});
