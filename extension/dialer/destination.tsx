import { tellFailure } from "../call/failure-words.ts";
import { countryName } from "#shared/phone-number.ts";
import { useContactOf, type useRate } from "../shell/queries.ts";
import { talkTimeOf } from "../shell/talk-time.ts";
import { useProfile } from "../shell/use-profile.ts";
import { formatRate } from "../ui/format-rate.ts";
import { language } from "../ui/language.ts";
import { numberProblem } from "./number-problem.ts";
import type { Target } from "./number-entry.ts";
import { TalkTimeLine } from "./talk-time-line.tsx";

interface DestinationProps {
  target: Target;
  /** What the server said about this very target; undefined while it has not, or said it about an earlier one. */
  rate: ReturnType<typeof useRate> | undefined;
  isProblemShown: boolean;
  /** Whether its place is kept while there is nothing to say, so that the keys beneath do not move. */
  isRoomy: boolean;
}

/** Two lines under the field: who or where it is and what a minute costs, then how long the balance lasts or what is wrong. */
export function Destination({ target, rate, isProblemShown, isRoomy }: DestinationProps) {
  const contact = useContactOf(target.kind === "number" && rate ? target.number : undefined);
  return (
    <div
      id="destination"
      className="destination"
      data-folded={target.kind === "name" || (target.kind === "empty" && !isRoomy) || undefined}
    >
      {isProblemShown && target.kind === "empty" ? (
        <p>{numberProblem("empty", undefined)}</p>
      ) : isProblemShown && target.kind === "incomplete" ? (
        <p className="field-problem" role="alert">
          {numberProblem(target.problem, target.country && countryName(target.country, language))}
        </p>
      ) : target.kind === "number" ? (
        <Price country={countryName(target.country, language)} name={contact.data?.name} rate={rate} />
      ) : target.kind === "incomplete" && target.country ? (
        <p>{countryName(target.country, language)}</p>
      ) : null}
    </div>
  );
}

interface PriceProps extends Pick<DestinationProps, "rate"> {
  country: string;
  name: string | undefined;
}

function Price({ country, name, rate }: PriceProps) {
  const { profile } = useProfile();
  if (rate?.error) {
    return (
      <>
        <p className="field-problem" role="alert">
          {tellFailure(rate.error.failure)}
        </p>
        {rate.error.failure.code === "server_unreachable" && (
          <button type="button" className="button button-link" onClick={() => void rate.refetch()}>
            Try again
          </button>
        )}
      </>
    );
  }
  const found = rate?.data;
  return (
    <>
      <p className="destination-line">
        <span className={name ? "destination-name" : undefined}>{name ?? found?.description ?? country}</span>
        {found && <span className="destination-rate figures">{formatRate(found.rate)}</span>}
      </p>
      <p className="destination-line" aria-live="polite">
        {found && <TalkTimeLine talkTime={talkTimeOf(found, profile?.limits)} />}
      </p>
    </>
  );
}
