import { setLabel, setText, type CardElements } from "./card-elements.ts";
import type { CardActions, CardPart } from "./card-part.ts";

type FootActions = Pick<CardActions, "onCall" | "onStep" | "onHangUp" | "onSendExtension" | "onUndo">;

/** How the call stands or what it would cost, and the buttons that start and end it. */
export function createCardFoot({ make, button }: CardElements, actions: FootActions): CardPart {
  const element = make("footer", "foot");
  const facts = make("div", "facts");
  const status = make("span", "status");
  status.setAttribute("role", "status");
  const rate = make("span", "rate");
  const talkTime = make("span", "fact");
  const destination = make("span", "fact");
  const extension = make("span", "fact");
  facts.append(status, rate, talkTime, destination, extension);
  const sendExtension = button("sunken", {}, actions.onSendExtension);
  const undo = button("sunken", {}, actions.onUndo);
  const call = button("call", { icon: "handset" }, actions.onCall);
  const step = button("call", {}, actions.onStep);
  const hangUp = button("hang-up", { icon: "handset" }, actions.onHangUp);
  const buttons = make("div", "buttons");
  buttons.append(sendExtension, undo, call, step, hangUp);
  element.append(facts, buttons);
  return {
    element,
    show(text) {
      setText(status, text.status);
      setText(rate, text.rate);
      setText(talkTime, text.talkTime);
      setText(destination, text.destination);
      setText(extension, text.extension);
      setLabel(sendExtension, text.extensionLabel);
      setLabel(undo, text.undoLabel);
      setLabel(call, text.callLabel);
      setLabel(step, text.stepLabel);
      setLabel(hangUp, text.hangUpLabel);
    },
  };
}
