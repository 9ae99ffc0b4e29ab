import { i18n } from "#i18n";
import { e164Schema, formatInternational } from "#shared/phone-number.ts";
import type { CallState } from "../call/call-state.ts";
import { secondCall } from "../call/second-call.ts";
import { useCall } from "../call/use-call.ts";
import { partyOf, titleOf } from "./party.ts";
import "./second-call-choice.css";
import { useSecondCall } from "./use-second-call.ts";

/** Asks which call it is to be, when another was asked for while this one is on. Nothing while nobody asked. */
export function SecondCallChoice({ state }: { state: Exclude<CallState, { status: "idle" }> }) {
  const { client } = useCall();
  const second = useSecondCall(state);
  if (!second) return null;
  return (
    <div className="second-call" role="alert">
      {second.hasMoved && <p>{i18n.t("call.second.moved")}</p>}
      <p>{i18n.t("call.second.question", { current: titleOf(partyOf(state)), next: writtenOf(second.call.to) })}</p>
      <div className="second-call-actions">
        <button type="button" className="button button-stay" onClick={() => void secondCall.write(undefined)}>
          {i18n.t("call.second.stay")}
        </button>
        <button
          type="button"
          className="button button-stop"
          onClick={() => void client.replace({ call: second.call, insteadOf: second.insteadOf })}
        >
          {i18n.t("call.second.replace")}
        </button>
      </div>
    </div>
  );
}

function writtenOf(to: string): string {
  const number = e164Schema.safeParse(to);
  return number.success ? formatInternational(number.data) : to;
}
