import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";
import { defineConfig, type Wxt } from "wxt";
import { fakeBrowser } from "wxt/testing/fake-browser";

// The public half of a key pair whose private half was thrown away: it gives the unpacked extension the same id everywhere,
// so that a server can allow it by name.
const key =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuWQeF/SGWj75OgV6Yg/2Xji2Bbh+2lmyYuoexZ1WJ5dxMy+Txz2LG4A0AAYm0IgFdQy/3esWT0DGtAmOxFOIqeND0xPTUb+PJruqt/Zlp7OQ/Aw+Hl6L0xSAyDCKbh5J9fzwrDBnGbij0VlnNP0gYmRgR0kPMYrJrE4Cogkxcumi7f6kUXHthMxE/Rg4ykVaNstpYeh8IXGug/oLQRtup41tLoSpEE8kYA0t0h8pIEEbVQ1e1lVQD7tgEpFPgRpeH0DujUb+aLTgYUi033EAvnQGZUUHs77WyOXUHfgAo5JzKWWCFUuij4UMSAMd2TOP7HQGtlayhpGoT6lbUfYM9wIDAQAB";

/**
 * Scripts that run in pages call Chrome's API itself. It gives promises as well, and the polyfill would be a third of what every page of a
 * site opted into has to take in.
 */
const chromeApiInPages: Plugin = {
  name: "chrome-api-in-pages",
  enforce: "pre",
  resolveId(id) {
    return id === "@wxt-dev/webextension-polyfill/browser" ? this.resolve("@wxt-dev/browser") : undefined;
  },
};

/**
 * WXT evaluates the entrypoints in a browser of its own, to read what they define, and before its i18n module has written the file that
 * `#i18n` stands for. That browser gets words to answer with, and a fresh checkout the file. The module writes it again, with its types.
 */
async function haveWordsForEntrypoints({ config: { wxtDir } }: Wxt): Promise<void> {
  Object.assign(fakeBrowser.i18n, { getMessage: () => "en", getUILanguage: () => "en" });
  await mkdir(join(wxtDir, "i18n"), { recursive: true });
  const text = `import { createI18n } from "@wxt-dev/i18n";\nexport const i18n = createI18n();\n`;
  // What is there already is the module's own, and may be read by others at this moment.
  await writeFile(join(wxtDir, "i18n/index.ts"), text, { flag: "wx" }).catch(() => undefined);
}

// The SDK keeps its package.json to itself; a report for whoever helps names its version.
const { version: voiceSdkVersion } = JSON.parse(
  readFileSync(join(import.meta.dirname, "node_modules/@twilio/voice-sdk/package.json"), "utf8"),
) as { version: string };

export default defineConfig({
  srcDir: "extension",
  publicDir: "extension/public",
  outDir: ".output",
  modules: ["@wxt-dev/module-react", "@wxt-dev/webextension-polyfill", "@wxt-dev/i18n/module"],
  imports: false,
  hooks: {
    "config:resolved": haveWordsForEntrypoints,
    "vite:build:extendConfig"(entrypoints, config) {
      const inPages = entrypoints.every(({ type }) => type === "content-script" || type === "unlisted-script");
      if (inPages) (config.plugins ??= []).push(chromeApiInPages);
    },
  },
  vite: () => ({ define: { "import.meta.env.VOICE_SDK_VERSION": JSON.stringify(voiceSdkVersion) } }),
  manifest: {
    // Words are in extension/locales; the browser puts them in, in its own language.
    default_locale: "en",
    name: "Ringback",
    description: "__MSG_manifest_description__",
    key,
    // Promise-based runtime.getContexts and offscreen documents are older; the Custom Highlight API as it is used here is not.
    minimum_chrome_version: "128",
    // offscreen: the document that holds the call. scripting: the content script is registered only for sites opted into.
    // activeTab: the popup asks about the site it was opened on. notifications: a call that ends by itself.
    // contextMenus: calls selected text, on any page and without reading it.
    permissions: ["storage", "offscreen", "scripting", "activeTab", "notifications", "contextMenus"],
    optional_host_permissions: ["http://*/*", "https://*/*"],
    icons: { 16: "/icon/16.png", 32: "/icon/32.png", 48: "/icon/48.png", 128: "/icon/128.png" },
    omnibox: { keyword: "call" },
    commands: {
      _execute_action: { suggested_key: { default: "Alt+Shift+C" } },
      "hang-up": { suggested_key: { default: "Alt+Shift+H" }, description: "__MSG_manifest_hangUp__" },
      "next-number": { suggested_key: { default: "Alt+Shift+N" }, description: "__MSG_manifest_nextNumber__" },
      // Chrome suggests keys for four commands at most; a person can give this one a key.
      "previous-number": { description: "__MSG_manifest_previousNumber__" },
      "toggle-mute": { suggested_key: { default: "Alt+Shift+M" }, description: "__MSG_manifest_toggleMute__" },
    },
  },
});
