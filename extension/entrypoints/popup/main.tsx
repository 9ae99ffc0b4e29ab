import "../../dialer/dialer-styles.ts";
import { afterPaint } from "../../dialer/after-paint.ts";

// What the dialer is made of takes a while to be read: the first paint comes before it.
await afterPaint();
const { mountDialer } = await import("../../dialer/mount-dialer.tsx");
await mountDialer();
