import { formatInternational, type E164 } from "#shared/phone-number.ts";

/** A number with the company it belongs to, each in its own direction. */
export function NumberAndCompany({ number, company }: { number: E164; company: string | null }) {
  return (
    <>
      <bdi>{formatInternational(number)}</bdi>
      {company && (
        <>
          {" · "}
          <bdi>{company}</bdi>
        </>
      )}
    </>
  );
}
