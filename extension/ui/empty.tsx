import type { ReactNode } from "react";

interface EmptyProps {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** What stands where nothing is yet: what will be here, and how to begin. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  );
}
