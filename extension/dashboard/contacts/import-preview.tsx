import { i18n } from "#i18n";
import { formatInternational } from "#shared/phone-number.ts";
import { counted } from "../../ui/counted.ts";
import { leftToRight } from "../../ui/left-to-right.ts";
import type { ContactsFile, EntryProblem } from "./contacts-file.ts";

const shownContacts = 5;
const shownProblems = 50;

/** What is in a file before it is brought in: the first of its contacts, and every entry that cannot be read. */
export function ImportPreview({ file: { contacts, problems } }: { file: ContactsFile }) {
  return (
    <div className="import-preview">
      {contacts.length > 0 && (
        <>
          <h3>{counted("contacts.import.found", contacts.length)}</h3>
          <table className="figures">
            <tbody>
              {contacts.slice(0, shownContacts).map(({ e164, name, company }) => (
                <tr key={e164}>
                  <th scope="row">{name}</th>
                  <td>
                    <bdi dir="ltr">{formatInternational(e164)}</bdi>
                  </td>
                  <td className="faint">{company}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {contacts.length > shownContacts && (
            <p className="field-hint">{counted("contacts.import.more", contacts.length - shownContacts)}</p>
          )}
        </>
      )}
      {problems.length > 0 && (
        <>
          <h3>{counted("contacts.import.problems", problems.length)}</h3>
          {/* It scrolls, so it must be reachable by keys. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ul className="import-problems" tabIndex={0}>
            {problems.slice(0, shownProblems).map((problem) => (
              <li key={`${problem.line} ${problemText(problem)}`}>
                {i18n.t("contacts.import.line", { line: problem.line, why: problemText(problem) })}
              </li>
            ))}
            {problems.length > shownProblems && <li>{counted("contacts.import.more", problems.length - shownProblems)}</li>}
          </ul>
        </>
      )}
    </div>
  );
}

function problemText(problem: EntryProblem): string {
  switch (problem.kind) {
    case "badNumber":
    case "twice":
      return i18n.t(`contacts.import.why.${problem.kind}`, { number: leftToRight(problem.number) });
    case "noName":
    case "noNumber":
    case "tooLong":
    case "unreadable":
    case "noColumns":
    case "nothing":
      return i18n.t(`contacts.import.why.${problem.kind}`);
  }
}
