import { i18n } from "#i18n";
import { e164Schema } from "#shared/phone-number.ts";

/** Numbers of the sandbox carrier that are good for a first call. They are in the range kept for fiction, and ring nobody. */
export const demoNumbers = [
  {
    number: e164Schema.parse("+14155550100"),
    title: i18n.t("welcome.demo.echo"),
    does: i18n.t("welcome.demo.echoDoes"),
    callLabel: i18n.t("welcome.demo.callEcho"),
  },
  {
    number: e164Schema.parse("+14155550101"),
    title: i18n.t("welcome.demo.menu"),
    does: i18n.t("welcome.demo.menuDoes"),
    callLabel: i18n.t("welcome.demo.callMenu"),
  },
  {
    number: e164Schema.parse("+14155550103"),
    title: i18n.t("welcome.demo.busyLine"),
    does: i18n.t("welcome.demo.busyLineDoes"),
    callLabel: i18n.t("welcome.demo.callBusyLine"),
  },
];
