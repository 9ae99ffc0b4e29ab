import type { BackgroundDefinition } from "wxt";
import { defineBackground } from "wxt/utils/define-background";
import { hostCalls } from "../call/call-host.ts";
import { hostLowBalanceNotice } from "../call/low-balance-notice.ts";
import { hostUpdates } from "../call/waiting-update.ts";
import { hostQualityReports } from "../call/quality-reports.ts";
import { hostShortcuts } from "../call/call-shortcuts.ts";
import { hostCards } from "../detection/card-host.ts";
import { hostSiteChoices } from "../detection/host-site-choices.ts";
import { hostSites } from "../detection/site-host.ts";
import { hostContextMenu } from "../entry/context-menu.ts";
import { hostOmnibox } from "../entry/omnibox.ts";
import { hostStepCommand } from "../entry/step-command.ts";
import { hostToolbarCount } from "../entry/toolbar-count.ts";
import { closeStorageToContentScripts } from "../platform/stored-item.ts";
import { welcomeOnInstall } from "../platform/welcome.ts";
import { cardCallsOf } from "../shell/card-calls.ts";
import { hostDialerPlace } from "../shell/host-dialer-place.ts";
import { hostNotes } from "../shell/host-notes.ts";
import { openDashboard } from "../shell/open-page.ts";

// Every listener is registered in the worker's first turn: Chrome starts it for an event and looks for the listener then.
const background: BackgroundDefinition = defineBackground({
  type: "module",
  main() {
    void closeStorageToContentScripts();
    const calls = hostCalls();
    hostUpdates();
    hostQualityReports();
    hostShortcuts(calls);
    hostLowBalanceNotice(() => void openDashboard("wallet"));
    hostNotes();
    hostDialerPlace();
    const { handleNumbers } = hostToolbarCount(calls);
    const { handleSelection } = hostContextMenu(calls);
    hostCards(cardCallsOf(calls), { onNumbers: handleNumbers, onSelection: handleSelection });
    hostSites();
    hostSiteChoices();
    hostStepCommand();
    hostOmnibox(calls);
    welcomeOnInstall();
  },
});

export default background;
