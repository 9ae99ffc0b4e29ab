import { formatInternational, type E164 } from "#shared/phone-number.ts";
import { counted } from "../ui/counted.ts";
import type { Person } from "./match-people.ts";

interface SuggestedPersonProps {
  person: Person;
  /** How many others may be meant as well. */
  others: number;
  onChoose: (number: E164) => void;
  onMore: () => void;
}

/** The likeliest person whom the digits typed so far may belong to: one press, and the number is whole. */
export function SuggestedPerson({ person: { number, name }, others, onChoose, onMore }: SuggestedPersonProps) {
  return (
    <div className="suggested">
      <button type="button" className="suggested-person" onClick={() => onChoose(number)}>
        {name && <bdi className="destination-name">{name}</bdi>}
        <bdi className="figures">{formatInternational(number)}</bdi>
      </button>
      {others > 0 && (
        <button type="button" className="button button-link" onClick={onMore}>
          {counted("dialer.people.others", others)}
        </button>
      )}
    </div>
  );
}
