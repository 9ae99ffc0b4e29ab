import { extensionId } from "#shared/extension-id.ts";

/** The address of a page of the extension. */
export function extensionUrl(path: string): string {
  return `chrome-extension://${extensionId}/${path}`;
}
