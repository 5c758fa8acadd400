import { readTable } from '../facts/table.ts';
import type { NameKind } from '../model/entity.ts';
import { scriptOf } from '../text/scripts.ts';
import type { EntityDraft } from './entity-draft.ts';
import { childText, type UkElement, type UkNote, within } from './uk-element.ts';

const KINDS: ReadonlyMap<string, NameKind> = new Map(
  readTable('lists/uk-name-types.tsv').map((row) => [row.type!, row.kind as NameKind]),
);

function codes(kind: string): ReadonlyMap<string, string> {
  return new Map(
    readTable('lists/uk-languages.tsv')
      .filter((row) => row.kind === kind)
      .map((row) => [row.name!, row.codes!]),
  );
}

const LANGUAGES = codes('language');
const SCRIPTS = codes('script');
const JAPANESE: ReadonlySet<string> = new Set(['Hani', 'Hira', 'Kana']);

const GIVEN = ['Name1', 'Name2', 'Name3', 'Name4', 'Name5'] as const;

/** All names of a designation: `Name1` to `Name5` are given names, `Name6` the family name or the whole name. */
export function addUkNames(draft: EntityDraft, designation: UkElement, note: UkNote): void {
  for (const element of within(designation, 'Names')) addName(draft, element, note);
  for (const element of within(designation, 'NonLatinNames')) addNonLatin(draft, element, note);
}

function addName(draft: EntityDraft, element: UkElement, note: UkNote): void {
  const given = GIVEN.map((part) => childText(element, part)).filter((part) => part !== '');
  const family = childText(element, 'Name6');
  const type = childText(element, 'NameType');
  const kind = KINDS.get(type.toLowerCase());
  if (!kind) note(element, 'Names/Name/NameType', type, 'unknown-name-type');
  const strength = childText(element, 'AliasStrength');
  const weak = /^low\b/iu.test(strength);
  if (strength !== '' && !weak && !/^good\b/iu.test(strength))
    note(element, 'Names/Name/AliasStrength', strength, 'unknown-alias-strength');
  const second = kind === 'primary' && draft.names.some((name) => name.kind === 'primary');
  const hasParts = draft.schema === 'Person' && given.length > 0;
  const named = draft.name([...given, family].join(' '), second ? 'alias' : (kind ?? 'alias'), {
    weak,
    ...(hasParts ? { parts: { given: given.join(' '), ...(family === '' ? {} : { family }) } } : {}),
  });
  if (!named) note(element, 'Names/Name/Name6', '', 'empty-name');
}

function addNonLatin(draft: EntityDraft, element: UkElement, note: UkNote): void {
  const text = childText(element, 'NameNonLatinScript');
  const type = childText(element, 'NonLatinScriptType');
  const language = childText(element, 'NonLatinScriptLanguage');
  const lang = LANGUAGES.get(language.toLowerCase());
  if (language !== '' && !lang)
    note(element, 'NonLatinNames/NonLatinName/NonLatinScriptLanguage', language, 'unknown-language');
  if (type !== '' && !agrees(SCRIPTS.get(type.toLowerCase()), text))
    note(element, 'NonLatinNames/NonLatinName/NonLatinScriptType', type, 'script-mismatch');
  if (!draft.name(text, 'alias', lang ? { lang } : {}))
    note(element, 'NonLatinNames/NonLatinName/NameNonLatinScript', '', 'empty-name');
}

function agrees(said: string | undefined, text: string): boolean {
  const script = scriptOf(text);
  return said === script || (said === 'Jpan' && JAPANESE.has(script));
}
