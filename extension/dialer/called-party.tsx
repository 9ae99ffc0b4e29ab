import type { Party } from "../shell/party.ts";
import { Avatar } from "../ui/avatar.tsx";
import "./called-party.css";

/** Who is on the other side, with the waves of the ringing going out from them. */
export function CalledParty({ party }: { party: Party }) {
  return (
    <div className="called-party">
      <span className="waves" aria-hidden="true">
        <Avatar name={party.name} country={party.country} />
      </span>
      <h1 className="figures">{party.name ?? party.number}</h1>
      <p className="figures">{[party.name && party.number, party.countryName].filter(Boolean).join(" · ") || " "}</p>
    </div>
  );
}
