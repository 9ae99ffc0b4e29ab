import { Dialer } from "../../dialer/dialer.tsx";
import { draftStore } from "../../dialer/draft.ts";
import { mountScreen } from "../../shell/mount-screen.tsx";

await mountScreen(<Dialer draft={await draftStore.read()} />);
