import { parseSync, type ESTree } from "vite";

type Node = ESTree.Node;

/** Words in a file that a person may see or hear, though they are in no locale file. */
export function findLiterals(path: string, code: string): string[] {
  const { program, errors } = parseSync(path, code);
  if (errors[0]) throw new Error(`${path} cannot be read: ${errors[0].message}`);
  const found: string[] = [];
  walk(program, (node) => {
    const words = wordsFor(node);
    if (words !== undefined) found.push(words.trim().replace(/\s+/g, " "));
    return words === undefined && !isForMachines(node);
  });
  return found;
}

/** Goes through a tree; `enter` says whether to go on below. */
function walk(node: Node, enter: (node: Node) => boolean): void {
  if (!enter(node)) return;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, enter);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

const attributesForPeople = new Set(["alt", "aria-label", "aria-description", "label", "placeholder", "title"]);

function wordsFor(node: Node): string | undefined {
  if (node.type === "JSXText") return /\p{L}/u.test(node.value) ? node.value : undefined;
  if (node.type === "JSXAttribute" && attributesForPeople.has(nameOf(node)))
    return node.value?.type === "Literal" ? node.value.value : undefined;
  if (node.type === "Literal") return typeof node.value === "string" && isSentence(node.value) ? node.value : undefined;
  if (node.type !== "TemplateLiteral") return undefined;
  const words = node.quasis.map(({ value }) => value.raw).join("{}");
  return isSentence(words) || /\s\p{L}{2,}|\p{L}{2,}\s/u.test(words) ? words : undefined;
}

// A single lower-case word is a name that the code has for something; people are told more, or with a capital.
function isSentence(text: string): boolean {
  return /^\s*\p{Lu}\p{Ll}/u.test(text) || /\p{L}{2,}\S*\s+\S*\p{L}{2,}/u.test(text);
}

const attributesForMachines = new Set(["className", "autoComplete", "d", "key", "style", "aria-keyshortcuts"]);
const selects = new Set(["matches", "closest", "querySelector", "querySelectorAll"]);
const kindsForMachines: ReadonlySet<Node["type"]> = new Set<Node["type"]>([
  "ImportDeclaration",
  "ExportAllDeclaration",
  "ThrowStatement",
  "TSTypeAliasDeclaration",
  "TSInterfaceDeclaration",
  "TSModuleDeclaration",
  "TSTypeAnnotation",
  "TSTypeParameterInstantiation",
]);

/** Whether nothing below is ever shown: imports, types, what a developer reads, what is compared, selected or styled. */
function isForMachines(node: Node): boolean {
  if (node.type === "JSXAttribute") return attributesForMachines.has(nameOf(node));
  if (node.type === "BinaryExpression") return node.operator === "===" || node.operator === "!==";
  if (node.type === "CallExpression") return isForDevelopers(node) || selects.has(memberOf(node) ?? "");
  return kindsForMachines.has(node.type);
}

function nameOf({ name }: ESTree.JSXAttribute): string {
  return name.type === "JSXIdentifier" ? name.name : "";
}

function memberOf({ callee }: ESTree.CallExpression): string | undefined {
  return callee.type === "MemberExpression" && callee.property.type === "Identifier" ? callee.property.name : undefined;
}

function isForDevelopers({ callee }: ESTree.CallExpression): boolean {
  return callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "console";
}
