import { i18n } from "#i18n";
import type { E164 } from "#shared/phone-number.ts";
import { useContactOf, type useRate } from "../shell/queries.ts";
import { talkTimeOf } from "../shell/talk-time.ts";
import { useProfile } from "../shell/use-profile.ts";
import { formatRate } from "../ui/format-rate.ts";
import { countryName } from "../ui/country-name.ts";
import type { Person } from "./match-people.ts";
import { numberProblem } from "./number-problem.ts";
import type { Target } from "./number-entry.ts";
import { SuggestedPerson } from "./suggested-person.tsx";
import { TalkTimeLine } from "./talk-time-line.tsx";

interface DestinationProps {
  target: Target;
  /** What the server said about this very target; undefined while it has not, or said it about an earlier one. */
  rate: ReturnType<typeof useRate> | undefined;
  /** Whom the digits typed so far may belong to. */
  suggested: Person[];
  onChoose: (number: E164) => void;
  onMore: () => void;
  /** Whether the number was taken out of a pasted text, which is then told. */
  isPasted: boolean;
  isProblemShown: boolean;
  /** Whether its place is kept while there is nothing to say, so that the keys beneath do not move. */
  isRoomy: boolean;
}

/** Two lines under the field: who or where it is and what a minute costs, then how long the balance lasts or what is wrong. */
export function Destination(props: DestinationProps) {
  const { target, isRoomy } = props;
  return (
    <div
      id="destination"
      className="destination"
      data-folded={target.kind === "name" || (target.kind === "empty" && !isRoomy) || undefined}
    >
      <Lines {...props} />
    </div>
  );
}

function Lines({ target, rate, suggested, onChoose, onMore, isPasted, isProblemShown }: DestinationProps) {
  const [first] = suggested;
  if (isProblemShown && target.kind === "empty") return <p>{numberProblem("empty", undefined)}</p>;
  if (isProblemShown && target.kind === "incomplete") {
    return (
      <p className="field-problem" role="alert">
        {numberProblem(target.problem, target.country && countryName(target.country))}
      </p>
    );
  }
  if (target.kind === "number") {
    return (
      <>
        <Price number={target.number} country={countryName(target.country)} rate={rate} />
        <p aria-live="polite">{extensionLine(target.extension, isPasted)}</p>
      </>
    );
  }
  if (target.kind !== "incomplete") return null;
  if (first) return <SuggestedPerson person={first} others={suggested.length - 1} onChoose={onChoose} onMore={onMore} />;
  return target.country ? <p>{countryName(target.country)}</p> : null;
}

function extensionLine(digits: string | undefined, isPasted: boolean): string {
  if (digits === undefined) return isPasted ? i18n.t("dialer.extension.taken") : "";
  return isPasted ? i18n.t("dialer.extension.pasted", { digits }) : i18n.t("dialer.extension.typed", { digits });
}

interface PriceProps extends Pick<DestinationProps, "rate"> {
  number: E164;
  country: string;
}

function Price({ number, country, rate }: PriceProps) {
  const { profile } = useProfile();
  const contact = useContactOf(rate && number);
  if (rate?.error) {
    return (
      <>
        <p className="field-problem" role="alert">
          {rate.error.message}
        </p>
        {rate.error.failure.code === "server_unreachable" && (
          <button type="button" className="button button-link" onClick={() => void rate.refetch()}>
            {i18n.t("dialer.tryAgain")}
          </button>
        )}
      </>
    );
  }
  const found = rate?.data;
  const name = contact.data?.name;
  return (
    <>
      <p className="destination-line">
        <bdi className={name ? "destination-name" : undefined}>{name ?? found?.description ?? country}</bdi>
        {found && <span className="destination-rate figures">{formatRate(found.rate)}</span>}
      </p>
      <p className="destination-line" aria-live="polite">
        {found && <TalkTimeLine talkTime={talkTimeOf(found, profile?.limits)} />}
      </p>
    </>
  );
}
