/**
 * Puts a text on the clipboard, in the turn of a person's press. Pages without TLS have no clipboard to write to, and frames may be
 * denied it; there the older command does, whose event says what is copied, so that nothing of the page need be selected.
 */
export async function copyText(page: Document, text: string): Promise<boolean> {
  const { navigator } = page.defaultView ?? globalThis;
  try {
    // The types know no page without TLS.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (!clipboard) return copyByCommand(page, text);
    await clipboard.writeText(text);
    return true;
  } catch {
    // Denied by the page's policy, which the older command does not ask.
    return copyByCommand(page, text);
  }
}

function copyByCommand(page: Document, text: string): boolean {
  const done = new AbortController();
  let isCopied = false;
  const put = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    // What is copied is none of the page's business.
    event.stopImmediatePropagation();
    isCopied = true;
  };
  page.defaultView?.addEventListener("copy", put, { capture: true, signal: done.signal });
  // oxlint-disable-next-line typescript/no-deprecated -- there is nothing else where the clipboard is kept from a page
  page.execCommand("copy");
  done.abort();
  return isCopied;
}
