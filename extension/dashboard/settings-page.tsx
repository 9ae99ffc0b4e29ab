import { i18n } from "#i18n";
import { useEffect, useRef, type ReactNode } from "react";
import type { SettingsSection } from "../shell/open-page.ts";
import { ServerAddressForm } from "../shell/server-address-form.tsx";
import { useHash } from "../ui/use-hash.ts";
import { sectionOf } from "./hash-route.ts";
import { AccountSettings } from "./account-settings.tsx";
import { CallingSettings } from "./calling-settings.tsx";
import { LanguageSettings } from "./language-settings.tsx";
import { NumberSettings } from "./number-settings.tsx";
import "./settings.css";
import { PlaceSettings } from "./place-settings.tsx";
import { PollSettings } from "./poll-settings.tsx";
import { SitesSettings } from "./sites-settings.tsx";
import { SoundSettings } from "./sound-settings.tsx";

/** Everything a person can set. Each change counts at once; there is nothing to save. */
export function SettingsPage() {
  return (
    <>
      <h1>{i18n.t("dashboard.page.settings")}</h1>
      <Section title={i18n.t("settings.account.title")} about={i18n.t("settings.account.about")}>
        <AccountSettings />
      </Section>
      <Section title={i18n.t("settings.calling.title")} about={i18n.t("settings.calling.about")}>
        <CallingSettings />
        <PlaceSettings />
      </Section>
      <Section title={i18n.t("settings.sites.title")} about={i18n.t("settings.sites.about")}>
        <SitesSettings />
      </Section>
      <Section title={i18n.t("settings.numbers.title")} about={i18n.t("settings.numbers.about")}>
        <NumberSettings />
      </Section>
      <Section id="sound" title={i18n.t("audio.title")} about={i18n.t("audio.about")}>
        <SoundSettings />
      </Section>
      <Section title={i18n.t("settings.server.title")} about={i18n.t("settings.server.about")}>
        <ServerAddressForm />
        <PollSettings />
      </Section>
      <Section title={i18n.t("settings.language.title")} about={i18n.t("settings.language.about")}>
        <LanguageSettings />
      </Section>
    </>
  );
}

interface SectionProps {
  /** What an address names it by. */
  id?: SettingsSection;
  title: string;
  about: string;
  children: ReactNode;
}

function Section({ id, title, about, children }: SectionProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isNamed = sectionOf(useHash()) === id && id !== undefined;
  useEffect(() => {
    if (!isNamed) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView();
  }, [isNamed]);
  return (
    <section className="settings-section">
      <div>
        <h2 ref={heading} tabIndex={id && -1}>
          {title}
        </h2>
        <p className="field-hint">{about}</p>
      </div>
      <div className="settings-controls">{children}</div>
    </section>
  );
}
