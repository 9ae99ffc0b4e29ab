import { countryCodeSchema, e164Schema, type CountryCode } from "#shared/phone-number.ts";
import { z } from "zod";
import { usualQuietHours } from "./quiet-hours.ts";
import { defaultAudioSettings, defaultServerUrl, type AudioSettings, type Settings } from "./settings.ts";
import { createStoredItem } from "./stored-item.ts";

const hourSchema = z.int().min(0).max(23);

const deviceSchema = z
  .union([z.literal("default"), z.object({ deviceId: z.string().min(1), label: z.string() })])
  .catch("default");

const processingSchema = z.object({
  noiseSuppression: z.boolean().catch(true),
  echoCancellation: z.boolean().catch(true),
  autoGainControl: z.boolean().catch(true),
});

const audioSchema = z.object({
  microphone: deviceSchema,
  speaker: deviceSchema,
  ringtone: deviceSchema,
  ringtoneVolume: z.number().min(0).max(1).catch(1),
  processing: processingSchema.catch(() => defaultAudioSettings().processing),
});

// Each member falls back by itself, so that one that an older version wrote otherwise does not lose the others.
const settingsSchema = z
  .object({
    serverUrl: z.url().catch(defaultServerUrl),
    defaultCountry: countryCodeSchema.catch(countryOfLanguage),
    fromNumber: e164Schema.optional().catch(undefined),
    pollIntervalMs: z.int().min(500).max(60_000).catch(2000),
    quietHours: z
      .union([z.literal("off"), z.object({ fromHour: hourSchema, untilHour: hourSchema })])
      .catch(() => usualQuietHours),
    audio: audioSchema.catch(defaultAudioSettings),
    dialerPlace: z.enum(["popup", "side-panel"]).catch("popup"),
    asksAboutSound: z.boolean().catch(true),
    toolbarCount: z.boolean().catch(false),
  })
  .catch(() => defaultSettings());

/** What a person set, in `storage.local`; the defaults until they did. */
export const settingsStore = createStoredItem<Settings>({ area: "local", key: "settings", parse: parseSettings });

/** Changes some of the settings and leaves the others. */
export function updateSettings(patch: Partial<Settings>): Promise<Settings> {
  return settingsStore.update((settings) => ({ ...settings, ...patch }));
}

/** Changes some of where sound comes from and goes to, and leaves the rest. */
export function updateAudioSettings(patch: Partial<AudioSettings>): Promise<Settings> {
  return settingsStore.update((settings) => ({ ...settings, audio: { ...settings.audio, ...patch } }));
}

export function defaultSettings(): Settings {
  return {
    serverUrl: defaultServerUrl,
    defaultCountry: countryOfLanguage(),
    fromNumber: undefined,
    pollIntervalMs: 2000,
    quietHours: usualQuietHours,
    audio: defaultAudioSettings(),
    dialerPlace: "popup",
    asksAboutSound: true,
    // The button is where a call shows how it stands. A figure on every tab would wear that out, so it is for whoever asks for it.
    toolbarCount: false,
  };
}

/** Settings out of whatever was stored. */
export function parseSettings(stored: unknown): Settings {
  const { fromNumber, ...settings } = settingsSchema.parse(stored ?? {});
  return { ...settings, fromNumber };
}

/** "de-AT" means Austria; a bare "de" is taken for the country that speaks it most. */
function countryOfLanguage(): CountryCode {
  const parsed = countryCodeSchema.safeParse(new Intl.Locale(navigator.language).maximize().region);
  return parsed.success ? parsed.data : "US";
}
