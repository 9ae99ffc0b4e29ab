import { i18n } from "#i18n";
import { useMutation } from "@tanstack/react-query";
import { useId, useRef } from "react";
import type { Contact } from "#shared/api/contacts.ts";
import { tellFailure } from "../../call/failure-words.ts";
import type { Api } from "../../platform/api.ts";
import { valueOf } from "../../shell/api-error.ts";
import { useConnection } from "../../shell/connection.tsx";
import { Icon } from "../../ui/icon.tsx";
import { saveFile } from "../../ui/save-file.ts";

// The most that the server gives at once: an export reads everything.
const pageSize = 200;

const formats = ["vcard", "csv"] as const;
type Format = (typeof formats)[number];

/** Saves all contacts as a file, in either of two formats. */
export function ExportContacts() {
  const { api } = useConnection();
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const save = useMutation({ mutationFn: (format: Format) => exportContacts(api, format) });
  return (
    <>
      {save.error && (
        <p className="field-problem" role="alert">
          {tellFailure(save.error.failure)}
        </p>
      )}
      <button
        type="button"
        className="button button-quiet"
        popoverTarget={id}
        style={{ anchorName: `--export-${id}` }}
        disabled={save.isPending}
      >
        {save.isPending ? <span className="spinner" /> : <Icon name="download" />}
        {i18n.t("contacts.export.open")}
      </button>
      <div ref={menu} id={id} popover="auto" className="export-menu" style={{ positionAnchor: `--export-${id}` }}>
        {formats.map((format) => (
          <button
            key={format}
            type="button"
            className="button button-quiet"
            onClick={() => {
              menu.current?.hidePopover();
              save.mutate(format);
            }}
          >
            {i18n.t(`contacts.export.${format}`)}
          </button>
        ))}
      </div>
    </>
  );
}

async function exportContacts(api: Api, format: Format): Promise<void> {
  // What writes the files comes with whoever exports.
  const [contacts, { contactsCsv, contactsVcard }] = await Promise.all([readAll(api), import("./write-contacts.ts")]);
  const name = `ringback-contacts-${new Date().toISOString().slice(0, 10)}`;
  if (format === "csv") saveFile({ name: `${name}.csv`, type: "text/csv;charset=utf-8", text: contactsCsv(contacts) });
  else saveFile({ name: `${name}.vcf`, type: "text/vcard;charset=utf-8", text: contactsVcard(contacts) });
}

async function readAll(api: Api): Promise<Contact[]> {
  const contacts: Contact[] = [];
  let cursor: string | undefined;
  do {
    const page = await valueOf(api.listContacts({ limit: pageSize, cursor }));
    contacts.push(...page.contacts);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return contacts;
}
