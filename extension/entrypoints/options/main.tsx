import { Dashboard } from "../../dashboard/dashboard.tsx";
import { mountScreen } from "../../shell/mount-screen.tsx";

await mountScreen(<Dashboard />);
