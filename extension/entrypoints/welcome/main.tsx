import { i18n } from "#i18n";
import { Welcome } from "../../onboarding/welcome.tsx";
import { mountScreen } from "../../shell/mount-screen.tsx";

document.title = i18n.t("welcome.title");
await mountScreen(<Welcome />);
