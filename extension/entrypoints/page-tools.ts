import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createCardSession } from "../detection/card-session.ts";
import { createMarkSteps } from "../detection/mark-steps.ts";
import { createPageFinder } from "../detection/page-finder.ts";
import { publishTools } from "../detection/published-tools.ts";

// Loaded into a frame when its first candidate appears: detection/prepare-frame.ts.
export default defineUnlistedScript(() => {
  publishTools({ makeFinder: createPageFinder, startCards: createCardSession, makeSteps: createMarkSteps });
});
