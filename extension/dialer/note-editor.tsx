import { i18n } from "#i18n";
import { useEffect, useId, useRef } from "react";
import type { Call } from "#shared/api/calls.ts";
import "./note-editor.css";
import { useCallNote, type CallNote } from "./use-call-note.ts";

// The server's own limit.
const longestNote = 2000;

interface NoteEditorProps {
  call: Pick<Call, "id" | "note">;
  rows: number;
  /** Whether somebody has just asked for it, in order to write. */
  isAskedFor?: boolean;
}

/** What a person writes down about a call. It saves itself. */
export function NoteEditor({ call, rows, isAskedFor = false }: NoteEditorProps) {
  const id = useId();
  const note = useCallNote(call);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isAskedFor) field.current?.focus();
  }, [isAskedFor]);
  return (
    <div className="note-editor">
      <div className="note-head">
        <label htmlFor={id}>{i18n.t("dialer.note.label")}</label>
        <NoteState state={note.state} />
      </div>
      <textarea
        ref={field}
        id={id}
        className="input"
        dir={note.text === "" ? undefined : "auto"}
        rows={rows}
        maxLength={longestNote}
        placeholder={i18n.t("dialer.note.placeholder")}
        value={note.text}
        onChange={(event) => note.change(event.target.value)}
      />
    </div>
  );
}

/** Only what went wrong is read out: that each pause in typing was saved need not be heard. */
function NoteState({ state }: Pick<CallNote, "state">) {
  switch (state) {
    case "untouched":
      return null;
    case "saving":
      return <span>{i18n.t("dialer.note.saving")}</span>;
    case "saved":
      return <span>{i18n.t("dialer.note.saved")}</span>;
    case "failed":
      return <span role="status">{i18n.t("dialer.note.failed")}</span>;
  }
}
