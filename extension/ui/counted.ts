import { i18n, type GeneratedI18nStructure } from "#i18n";
import { language } from "./language.ts";

type Key = keyof GeneratedI18nStructure;

/** Keys with a form for each plural category, of which every language has "other". */
export type CountedKey = Key extends infer Each ? (Each extends `${infer Stem}.other` ? Stem : never) : never;

type NamesIn<Stem extends CountedKey> = GeneratedI18nStructure[`${Stem}.other` & Key] extends {
  namedSubstitutions: readonly (infer Name extends string)[];
}
  ? Exclude<Name, "count">
  : never;

/** What a sentence takes besides its count: nothing, or each of its other names. */
type Besides<Stem extends CountedKey> = [NamesIn<Stem>] extends [never] ? [] : [names: Record<NamesIn<Stem>, string | number>];

/**
 * A sentence with a count in it, in the form that the language has for so many: Arabic has six. The count is written as the
 * language writes numbers. WXT's own plurals know "0", "1" and "n" only.
 */
export function counted<Stem extends CountedKey>(stem: Stem, count: number, ...[names]: Besides<Stem>): string {
  const say = i18n.t as (key: string, names: Record<string, string | number>) => string;
  const form = new Intl.PluralRules(language).select(count);
  return say(`${stem as string}.${form}`, { ...names, count: new Intl.NumberFormat(language).format(count) });
}
