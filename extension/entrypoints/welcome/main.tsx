import { Welcome } from "../../onboarding/welcome.tsx";
import { mountScreen } from "../../shell/mount-screen.tsx";

await mountScreen(<Welcome />);
