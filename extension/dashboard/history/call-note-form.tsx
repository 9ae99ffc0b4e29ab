import { i18n } from "#i18n";
import { useState, type FormEvent } from "react";
import type { CallId } from "#shared/ids.ts";
import { tellFailure } from "../../call/failure-words.ts";
import { Field } from "../../ui/field.tsx";
import { useSaveNote } from "./history-queries.ts";

/** What the person remembers of a call, to be written and written over. */
export function CallNoteForm({ id, note }: { id: CallId; note: string }) {
  const [text, setText] = useState(note);
  const save = useSaveNote();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ id, note: text });
  };
  const isChanged = text.trim() !== note;
  return (
    <form className="call-note-form" onSubmit={submit}>
      <Field label={i18n.t("history.note.label")} problem={save.error ? tellFailure(save.error.failure) : undefined}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <button type="submit" className="button" disabled={!isChanged || save.isPending}>
        {save.isPending && <span className="spinner" />}
        {i18n.t(isChanged || note === "" ? "history.note.save" : "history.note.saved")}
      </button>
    </form>
  );
}
