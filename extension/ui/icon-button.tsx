import type { ButtonHTMLAttributes } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: IconName;
  /** What the button does, for ears and for the pointer that rests on it. */
  label: string;
  tone?: "talk";
}

/** A round button with a picture alone. */
export function IconButton({ icon, label, tone, ...attributes }: IconButtonProps) {
  return (
    <button
      type="button"
      {...attributes}
      className={["icon-button", tone && `icon-button-${tone}`, attributes.className].filter(Boolean).join(" ")}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}
