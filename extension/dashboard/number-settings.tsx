import { countryName, formatInternational } from "#shared/phone-number.ts";
import { Flag } from "../ui/flag.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { language } from "../ui/language.ts";
import { QuietHoursFields } from "./quiet-hours-fields.tsx";
import { useSiteChoices } from "./use-site-choices.ts";

/** How numbers on pages are read: quiet hours, and what was said on cards, each with a way back. */
export function NumberSettings() {
  const { choices, forgetCountry, forgetNotNumber } = useSiteChoices();
  const countries = Object.entries(choices?.countries ?? {});
  const notNumbers = choices?.notNumbers.toReversed() ?? [];
  return (
    <>
      <QuietHoursFields />
      {countries.length > 0 && (
        <section>
          <h3 className="field-label">Countries you chose</h3>
          <ul className="site-list" aria-label="Countries you chose for sites">
            {countries.map(([site, country]) => (
              <li key={site}>
                <span>
                  {site} <span className="field-hint">writes as in</span> <Flag country={country} />{" "}
                  {countryName(country, language)}
                </span>
                <IconButton icon="close" label={`Let ${site} speak for itself again`} onClick={() => void forgetCountry(site)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {notNumbers.length > 0 && (
        <section>
          <h3 className="field-label">Not phone numbers</h3>
          <ul className="site-list" aria-label="Not phone numbers">
            {notNumbers.map((entry) => (
              <li key={`${entry.site} ${entry.number}`}>
                <span>
                  <span className="figures">{formatInternational(entry.number)}</span>{" "}
                  <span className="field-hint">on {entry.site}</span>
                </span>
                <IconButton
                  icon="close"
                  label={`Mark ${formatInternational(entry.number)} on ${entry.site} again`}
                  onClick={() => void forgetNotNumber(entry)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
