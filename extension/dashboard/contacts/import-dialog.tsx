import { i18n } from "#i18n";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { CountryCode } from "#shared/phone-number.ts";
import { tellFailure } from "../../call/failure-words.ts";
import type { Api } from "../../platform/api.ts";
import { valueOf } from "../../shell/api-error.ts";
import { useConnection } from "../../shell/connection.tsx";
import { counted } from "../../ui/counted.ts";
import { CountryPicker } from "../../ui/country-picker.tsx";
import { Field } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useRefresh } from "./contact-queries.ts";
import type { ContactsFile, ReadContact } from "./contacts-file.ts";
import { importBatches } from "./import-batches.ts";
import { ImportPreview } from "./import-preview.tsx";

type OnDuplicate = "keep" | "replace";

/** Brings in a file of contacts: what is in it is shown before anything is saved, with what cannot be read and why. */
export function ImportDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="dialog dialog-wide" aria-labelledby="import-contacts" onClose={onClose}>
      {isOpen && <ImportForm onClose={onClose} />}
    </dialog>
  );
}

function ImportForm({ onClose }: { onClose: () => void }) {
  const { api, settings } = useConnection();
  const refresh = useRefresh();
  const [text, setText] = useState<string>();
  const [country, setCountry] = useState(settings.defaultCountry);
  const [onDuplicate, setOnDuplicate] = useState<OnDuplicate>("keep");
  const [doneCount, setDoneCount] = useState(0);
  const file = useContactsFile(text, country);
  const run = useMutation({
    mutationFn: (contacts: readonly ReadContact[]) => importAll(api, contacts, onDuplicate, setDoneCount),
    onSettled: refresh,
  });
  const contacts = file?.contacts ?? [];
  return (
    <form
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        run.mutate(contacts);
      }}
    >
      <h2 id="import-contacts">{i18n.t("contacts.import.title")}</h2>
      {run.data ? (
        <Notice tone="good">{i18n.t("contacts.import.done", run.data)}</Notice>
      ) : (
        <>
          <Field label={i18n.t("contacts.import.file")} hint={i18n.t("contacts.import.fileHint")}>
            {(control) => (
              <input
                {...control}
                className="file-input"
                type="file"
                accept=".vcf,.vcard,.csv,.txt,text/vcard,text/csv"
                onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
              />
            )}
          </Field>
          <div className="import-country">
            <span className="field-label">{i18n.t("contacts.import.country")}</span>
            <CountryPicker label={i18n.t("contacts.import.country")} country={country} onPick={setCountry} showsName />
          </div>
          {file && <ImportPreview file={file} />}
          {contacts.length > 0 && <DuplicateChoice value={onDuplicate} onChoose={setOnDuplicate} />}
          {run.error && <Notice tone="problem">{tellFailure(run.error.failure)}</Notice>}
        </>
      )}
      <div className="dialog-actions">
        <button type="button" className="button button-quiet" onClick={onClose}>
          {i18n.t(run.data ? "contacts.form.close" : "contacts.form.cancel")}
        </button>
        {!run.data && (
          <button type="submit" className="button button-talk" disabled={contacts.length === 0 || run.isPending}>
            {run.isPending && <span className="spinner" />}
            {run.isPending
              ? i18n.t("contacts.import.progress", { done: doneCount, all: contacts.length })
              : i18n.t("contacts.import.start")}
          </button>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {file && !run.data && counted("contacts.import.found", contacts.length)}
      </p>
    </form>
  );
}

/** What a text has, once the code that reads it has come: it comes with whoever imports. */
function useContactsFile(text: string | undefined, country: CountryCode): ContactsFile | undefined {
  const [file, setFile] = useState<ContactsFile>();
  useEffect(() => {
    let isWanted = true;
    if (text !== undefined) void read(text, country).then((contacts) => isWanted && setFile(contacts));
    return () => {
      isWanted = false;
    };
  }, [text, country]);
  return file;
}

async function read(text: string, country: CountryCode) {
  const { readContactsFile } = await import("./read-contacts-file.ts");
  return readContactsFile(text, country);
}

interface ImportedSum extends Record<string, number> {
  added: number;
  replaced: number;
  kept: number;
}

/** Sends batch after batch. One that fails stops it; what went before it is saved, and asked again it is kept as it is. */
async function importAll(
  api: Api,
  contacts: readonly ReadContact[],
  onDuplicate: OnDuplicate,
  onProgress: (doneCount: number) => void,
): Promise<ImportedSum> {
  const sum: ImportedSum = { added: 0, replaced: 0, kept: 0 };
  let doneCount = 0;
  onProgress(doneCount);
  for (const batch of importBatches(contacts)) {
    const { added, replaced, kept } = await valueOf(api.importContacts({ contacts: batch, onDuplicate }));
    sum.added += added;
    sum.replaced += replaced;
    sum.kept += kept;
    onProgress((doneCount += batch.length));
  }
  return sum;
}

function DuplicateChoice({ value, onChoose }: { value: OnDuplicate; onChoose: (value: OnDuplicate) => void }) {
  return (
    <fieldset className="choices">
      <legend className="field-label">{i18n.t("contacts.import.duplicates")}</legend>
      {(["keep", "replace"] as const).map((option) => (
        <label key={option} className="choice">
          <input type="radio" name="on-duplicate" checked={option === value} onChange={() => onChoose(option)} />
          <span className="choice-title">{i18n.t(`contacts.import.${option}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
