import { i18n } from "#i18n";
import { leftToRight } from "../ui/left-to-right.ts";
import { err, ok, type Result } from "#shared/result.ts";

export interface ServerAddress {
  /** The origin, with no slash at its end. */
  url: string;
  /** Whether what is sent there can be read on the way: plain http to anywhere but this machine. */
  isOpen: boolean;
}

const exampleAddress = "https://ringback.example.com";
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Reads a server's address as a person types it: "127.0.0.1:8787", "ringback.example.com", "https://example.com/". */
export function parseServerAddress(text: string): Result<ServerAddress, string> {
  const typed = text.trim();
  if (typed === "") return err(i18n.t("shell.server.typeAddress", { example: leftToRight(exampleAddress) }));
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `${schemeFor(typed)}://${typed}`);
  if (!url || !/^https?:$/.test(url.protocol))
    return err(i18n.t("shell.server.notAnAddress", { example: leftToRight(exampleAddress) }));
  if (url.pathname !== "/" || url.search !== "" || url.username !== "") {
    return err(i18n.t("shell.server.tooLong"));
  }
  return ok({ url: url.origin, isOpen: url.protocol === "http:" && !loopback.test(url.hostname) });
}

// A server on this machine has no certificate, as a rule; any other should.
function schemeFor(typed: string): "http" | "https" {
  const host = URL.parse(`http://${typed}`)?.hostname ?? "";
  return loopback.test(host) ? "http" : "https";
}
