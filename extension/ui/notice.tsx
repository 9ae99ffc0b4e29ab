import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

type NoticeTone = "plain" | "good" | "heed" | "problem";

interface NoticeProps {
  tone?: NoticeTone;
  children: ReactNode;
  /** The ways out: buttons. */
  actions?: ReactNode;
}

const icons = { plain: "alert", good: "check", heed: "alert", problem: "alert" } as const;

/** One plain sentence that matters now, with the ways out beneath it. A problem is announced at once, anything else when there is time. */
export function Notice({ tone = "plain", children, actions }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === "problem" ? "alert" : "status"}>
      <Icon name={icons[tone]} />
      <div>{children}</div>
      {actions && <div className="notice-actions">{actions}</div>}
    </div>
  );
}
