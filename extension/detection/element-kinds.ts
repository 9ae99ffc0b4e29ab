import { elementOf } from "./visibility.ts";

// Elements whose text belongs to the text around them. All others begin and end a block, whatever style says;
// whether two inline ones really stand together is asked of the layout later, and only where a number may be.
const inline = new Set(
  "a abbr acronym b bdi bdo big br cite data del dfn em font i ins label mark nobr output q ruby rb s small span strike strong sub sup time tt u wbr".split(
    " ",
  ),
);

// Text that is no prose, or that nobody but its editor may touch.
const skipped = new Set(
  "script style noscript template code kbd samp var svg math textarea input select option datalist canvas iframe object embed audio video head title".split(
    " ",
  ),
);

// Editors that draw their text themselves, so that it is editable without saying so.
const editors =
  ".CodeMirror, .cm-editor, .monaco-editor, .ace_editor, .kix-appview-editor, .docs-texteventtarget-iframe, [role='textbox'], [role='searchbox']";

/** Whether the text of an element of this name reads on into the text around it. */
export function isInlineName(localName: string): boolean {
  return inline.has(localName);
}

/** Whether nothing in an element of this name is read: scripts, code, fields, pictures. */
export function isSkippedName(localName: string): boolean {
  return skipped.has(localName);
}

/** Whether a node stands where nothing is read. */
export function isSkipped(node: Node): boolean {
  for (let element = elementOf(node); element; element = element.parentElement) if (isSkippedName(element.localName)) return true;
  return false;
}

/** Whether a text is somebody's work in progress, where a click sets the caret. */
export function isEditable(text: Text): boolean {
  const element = text.parentElement;
  if (!element) return false;
  return element.isContentEditable || text.ownerDocument.designMode === "on" || element.closest(editors) !== null;
}

/** Whether a node begins a block of its own, so that it reads apart from what is beside it. */
export function isBlock(node: Node): boolean {
  return node.nodeType === Node.ELEMENT_NODE && !isInlineName((node as Element).localName);
}

/** The block whose text a node belongs to: the nearest around it that is not inline. */
export function blockOf(node: Node | null): Node | null {
  let parent = node;
  while (parent && parent.nodeType === 1 && isInlineName((parent as Element).localName)) parent = parent.parentNode;
  return parent;
}
