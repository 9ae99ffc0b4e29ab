import type { Scene } from "./screen.ts";
import { callScreens } from "./screens/call-screens.ts";
import { cardScreens } from "./screens/card-screens.ts";
import { dashboardScreens } from "./screens/dashboard-screens.ts";
import { idleScreens } from "./screens/idle-screens.ts";
import { sampleScreens } from "./screens/sample-screens.ts";
import { sidePanelScreens } from "./screens/side-panel-screens.ts";
import { welcomeScreens } from "./screens/welcome-screens.ts";
import { pageSize, popupSize } from "./screen.ts";

/** All that the gallery shows, in its order. A new screen is one more entry in one of these lists. */
export const scenes: readonly Scene[] = [
  { title: "Welcome", language: "en", sizePx: pageSize, screens: welcomeScreens },
  { title: "Dialer", language: "en", sizePx: popupSize, screens: idleScreens },
  { title: "Call", language: "en", sizePx: popupSize, screens: callScreens },
  { title: "Card on a page", language: "en", sizePx: { width: 800, height: 600 }, screens: cardScreens },
  { title: "Dashboard", language: "en", sizePx: pageSize, screens: dashboardScreens },
  { title: "Side panel", language: "en", sizePx: { width: 360, height: 700 }, screens: sidePanelScreens },
  { title: "German", language: "de", sizePx: popupSize, screens: sampleScreens("german") },
  { title: "Arabic, right to left", language: "ar", sizePx: popupSize, screens: sampleScreens("arabic") },
  { title: "At 200 %", language: "en", sizePx: { width: 720, height: 1000 }, zoom: 2, screens: sampleScreens("zoomed") },
  { title: "Forced colours", language: "en", sizePx: popupSize, hasForcedColors: true, screens: sampleScreens("forced") },
];
