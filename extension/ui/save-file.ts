interface SavedFile {
  name: string;
  type: string;
  text: string;
}

/** Hands a text to the browser's downloads. */
export function saveFile({ name, type, text }: SavedFile): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the contents once the click was heard.
  setTimeout(() => URL.revokeObjectURL(url));
}
