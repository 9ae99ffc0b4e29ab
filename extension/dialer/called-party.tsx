import type { Contact } from "#shared/api/contacts.ts";
import type { Party } from "../shell/party.ts";
import { Avatar } from "../ui/avatar.tsx";
import "./called-party.css";

interface CalledPartyProps {
  party: Party;
  /** What is known of them besides the name. */
  contact?: Pick<Contact, "company" | "note"> | null | undefined;
}

/** Who is on the other side, with the waves of the ringing going out from them. */
export function CalledParty({ party, contact }: CalledPartyProps) {
  return (
    <div className="called-party">
      <span className="waves" aria-hidden="true">
        <Avatar name={party.name} country={party.country} />
      </span>
      <h1 className="figures">
        <bdi>{party.name ?? party.number}</bdi>
      </h1>
      {contact?.company && <p dir="auto">{contact.company}</p>}
      <p className="figures">
        {party.name && <bdi>{party.number}</bdi>}
        {party.name && party.countryName && " · "}
        {party.countryName || " "}
      </p>
      {contact?.note && (
        <p className="contact-note" dir="auto">
          {contact.note}
        </p>
      )}
    </div>
  );
}
