import type { ReactNode } from "react";
import { ServerAddressForm } from "../shell/server-address-form.tsx";
import { AccountSettings } from "./account-settings.tsx";
import { CallingSettings } from "./calling-settings.tsx";
import { NumberSettings } from "./number-settings.tsx";
import "./settings.css";
import { PollSettings } from "./poll-settings.tsx";
import { SitesSettings } from "./sites-settings.tsx";

/** Everything a person can set. Each change counts at once; there is nothing to save. */
export function SettingsPage() {
  return (
    <>
      <h1>Settings</h1>
      <Section title="Account" about="Who you are on your server, and what is left.">
        <AccountSettings />
      </Section>
      <Section title="Calling" about="How numbers are read, and what the other side sees.">
        <CallingSettings />
      </Section>
      <Section title="Sites" about="Where phone numbers become clickable.">
        <SitesSettings />
      </Section>
      <Section title="Numbers" about="How numbers on pages are read, and what their cards say.">
        <NumberSettings />
      </Section>
      <Section title="Server" about="Where your calls, contacts and balance live. Nothing is sent anywhere else.">
        <ServerAddressForm />
        <PollSettings />
      </Section>
    </>
  );
}

function Section({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section className="settings-section">
      <div>
        <h2>{title}</h2>
        <p className="field-hint">{about}</p>
      </div>
      <div className="settings-controls">{children}</div>
    </section>
  );
}
