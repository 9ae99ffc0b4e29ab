import { XMLParser, XMLValidator } from "fast-xml-parser";
import { TwilioError } from "../twilio-error.ts";

/** An element of an XML document. `text` is all the text directly in it, without space at its ends. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlElement[];
  text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** Reads a document into its root element. Throws error 12100 that says where it is not well formed. */
export function parseXml(xml: string): XmlElement {
  // Entities of one's own are of no use in TwiML and a known way to make a parser blow up.
  if (/<!DOCTYPE/i.test(xml)) throw new TwilioError(12100, "A document type declaration is not allowed in TwiML.");
  const checked = XMLValidator.validate(xml);
  if (checked !== true) {
    const { msg, line, col } = checked.err;
    throw new TwilioError(12100, `${msg} (line ${line}, column ${col})`);
  }
  refuseBareAmpersand(xml);
  const [root, ...others] = (parser.parse(xml) as OrderedNode[]).flatMap(toElement);
  if (!root || others.length > 0) throw new TwilioError(12100, "There must be one root element.");
  return root;
}

/** The parser lets "?a=1&b=2" pass in an attribute; XML and Twilio do not, and URLs are where it happens. */
function refuseBareAmpersand(xml: string): void {
  const markup = xml.replace(/<!\[CDATA\[.*?\]\]>|<!--.*?-->/gs, "");
  const bare = /&(?!(?:\w+|#\d+|#x[\da-f]+);).{0,20}/i.exec(markup);
  if (bare) throw new TwilioError(12100, `Write &amp; for the & in "${bare[0]}".`);
}

/** The parser's own form: one key that is the tag's name, with its content, and the attributes beside it. */
type OrderedNode = Record<string, unknown> & { ":@"?: Record<string, string>; "#text"?: string };

function toElement(node: OrderedNode): XmlElement[] {
  const name = Object.keys(node).find((key) => key !== ":@" && key !== "#text");
  if (name === undefined) return [];
  const content = node[name] as OrderedNode[];
  const text = content.map((child) => child["#text"] ?? "").join("");
  return [{ name, attributes: node[":@"] ?? {}, children: content.flatMap(toElement), text: text.trim() }];
}
