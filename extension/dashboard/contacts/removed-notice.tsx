import { i18n } from "#i18n";
import type { Contact } from "#shared/api/contacts.ts";
import { tellFailure } from "../../call/failure-words.ts";
import { Notice } from "../../ui/notice.tsx";
import { useKeepContact } from "./contact-queries.ts";

/** Says who was deleted, and takes it back: the contact comes again, and its calls are its calls again. */
export function RemovedNotice({ contact, onDone }: { contact: Contact; onDone: () => void }) {
  const keep = useKeepContact();
  const undo = () => {
    const { name, number, company, note } = contact;
    keep.mutate({ name, number, company: company ?? "", note: note ?? "" }, { onSuccess: onDone });
  };
  const actions = (
    <>
      <button type="button" className="button" disabled={keep.isPending} onClick={undo}>
        {i18n.t("contacts.undo")}
      </button>
      <button type="button" className="button button-quiet" onClick={onDone}>
        {i18n.t("contacts.dismiss")}
      </button>
    </>
  );
  return (
    <Notice tone={keep.error ? "problem" : "plain"} actions={actions}>
      {keep.error ? tellFailure(keep.error.failure) : i18n.t("contacts.removed", { name: contact.name })}
    </Notice>
  );
}
