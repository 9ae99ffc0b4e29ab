import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { paintFirst } from "../dialer/paint-first.ts";

// The first thing that the dialer's page runs, before any of what the dialer is made of.
export default defineUnlistedScript(() => void paintFirst());
