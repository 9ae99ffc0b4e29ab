import { i18n } from "#i18n";
import { countryName, formatInternational, type CountryCode } from "#shared/phone-number.ts";
import { Flag } from "../ui/flag.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { language } from "../ui/language.ts";
import { leftToRight } from "../ui/left-to-right.ts";
import { RichText } from "../ui/rich-text.tsx";
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
          <h3 className="field-label">{i18n.t("settings.numbers.countries")}</h3>
          <ul className="site-list" aria-label={i18n.t("settings.numbers.countriesForSites")}>
            {countries.map(([site, country]) => (
              <li key={site}>
                <span>
                  <RichText
                    text={i18n.t("settings.numbers.writesAsIn", { site, country: countryName(country, language) })}
                    tags={{
                      site: inOrder,
                      quiet,
                      country: flagged(country),
                    }}
                  />
                </span>
                <IconButton
                  icon="close"
                  label={i18n.t("settings.numbers.forgetCountry", { site: leftToRight(site) })}
                  onClick={() => void forgetCountry(site)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {notNumbers.length > 0 && (
        <section>
          <h3 className="field-label">{i18n.t("settings.numbers.notNumbers")}</h3>
          <ul className="site-list" aria-label={i18n.t("settings.numbers.notNumbers")}>
            {notNumbers.map((entry) => (
              <li key={`${entry.site} ${entry.number}`}>
                <span>
                  <RichText
                    text={i18n.t("settings.numbers.onSite", {
                      number: formatInternational(entry.number),
                      site: leftToRight(entry.site),
                    })}
                    tags={{ number: inOrder, quiet }}
                  />
                </span>
                <IconButton
                  icon="close"
                  label={i18n.t("settings.numbers.markAgain", {
                    number: leftToRight(formatInternational(entry.number)),
                    site: leftToRight(entry.site),
                  })}
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

/** A country's name with its flag before it. */
function flagged(country: CountryCode) {
  return (name: string) => (
    <>
      <Flag country={country} /> {name}
    </>
  );
}

const quiet = (words: string) => <span className="field-hint">{words}</span>;
const inOrder = (words: string) => (
  <bdi dir="ltr" className="figures">
    {words}
  </bdi>
);
