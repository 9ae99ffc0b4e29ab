import { i18n } from "#i18n";
import type { ReactNode } from "react";
import type { Call } from "#shared/api/calls.ts";
import { formatInternational } from "#shared/phone-number.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { outcomeOf } from "../../shell/call-outcome.ts";
import { CallQualityDetails } from "../../shell/quality/call-quality-details.tsx";
import { formatMoney } from "../../ui/format-money.ts";
import { formatRate } from "../../ui/format-rate.ts";
import { speakDuration } from "../../ui/format-duration.ts";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { leftToRight } from "../../ui/left-to-right.ts";
import { hashOfAddContact } from "../hash-route.ts";
import { CallNoteForm } from "./call-note-form.tsx";
import { countryText } from "./history-filters.tsx";

const moment = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" });

/** All that is known of a call, its note, and what one may do next. */
export function CallDetails({ call, onCallAgain }: { call: Call; onCallAgain: () => void }) {
  const number = formatInternational(call.toNumber);
  return (
    <div className="call-details">
      <dl className="figures">
        <Detail name={i18n.t("history.detail.number")}>
          <bdi dir="ltr">{number}</bdi>
        </Detail>
        <Detail name={i18n.t("history.detail.contact")}>{call.contactName ?? i18n.t("history.detail.nobody")}</Detail>
        <Detail name={i18n.t("history.detail.country")}>{countryText(call.countryCode)}</Detail>
        <Detail name={i18n.t("history.detail.status")}>{outcomeOf(call).label}</Detail>
        <Detail name={i18n.t("history.detail.started")}>
          <Moment iso={call.createdAt} />
        </Detail>
        {call.answeredAt && (
          <Detail name={i18n.t("history.detail.answered")}>
            <Moment iso={call.answeredAt} />
          </Detail>
        )}
        {call.endedAt && (
          <Detail name={i18n.t("history.detail.ended")}>
            <Moment iso={call.endedAt} />
          </Detail>
        )}
        <Detail name={i18n.t("history.detail.duration")}>{speakDuration(call.durationSeconds)}</Detail>
        <Detail name={i18n.t("history.detail.callerId")}>
          {i18n.t(`history.callerId.${call.callerIdType}`, { number: leftToRight(formatInternational(call.fromNumber)) })}
        </Detail>
        <Detail name={i18n.t("history.detail.rate")}>{formatRate(call.rate)}</Detail>
        <Detail name={i18n.t("history.detail.cost")}>
          {formatMoney(call.chargedMicros, { decimals: 4 })}
          {call.heldMicros > 0 && ` · ${i18n.t("history.detail.held", { amount: formatMoney(call.heldMicros) })}`}
        </Detail>
      </dl>
      {call.answeredAt && <CallQualityDetails callId={call.id} />}
      <CallNoteForm key={call.note} id={call.id} note={call.note ?? ""} />
      <div className="call-details-actions">
        <button type="button" className="button button-talk" onClick={onCallAgain}>
          <Icon name="phone" />
          {i18n.t("history.detail.callAgain")}
        </button>
        <CopyButton text={call.toNumber} label={i18n.t("history.detail.copy")} />
        {call.contactId === null && (
          <a className="button button-quiet" href={hashOfAddContact(call.toNumber)}>
            <Icon name="plus" />
            {i18n.t("history.detail.addContact")}
          </a>
        )}
      </div>
    </div>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Moment({ iso }: { iso: string }) {
  return <time dateTime={iso}>{moment.format(new Date(iso))}</time>;
}
