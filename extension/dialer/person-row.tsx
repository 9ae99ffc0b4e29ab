import { i18n } from "#i18n";
import type { ReactNode } from "react";
import type { CountryCode } from "#shared/phone-number.ts";
import { Avatar } from "../ui/avatar.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import "./person-row.css";

interface PersonRowProps {
  name: string | null;
  number: string;
  country: CountryCode | undefined;
  /** The second line. */
  detail: ReactNode;
  /** The pointer or the keyboard has come to the row. */
  onLook?: () => void;
  onChoose: () => void;
  onCall: () => void;
}

/** Somebody who can be called: a press on the row puts the number into the field, the receiver calls at once. */
export function PersonRow({ name, number, country, detail, onLook, onChoose, onCall }: PersonRowProps) {
  return (
    <li className="person-row">
      <button type="button" className="person-choose" onPointerEnter={onLook} onFocus={onLook} onClick={onChoose}>
        <Avatar name={name} country={country} />
        <span className="person-text">
          <span className="person-title figures">
            <bdi>{name ?? number}</bdi>
          </span>
          <span className="person-detail figures">{detail}</span>
        </span>
      </button>
      <IconButton icon="phone" tone="talk" label={i18n.t("dialer.callWho", { who: name ?? number })} onClick={onCall} />
    </li>
  );
}
