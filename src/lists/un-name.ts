import type { NameKind } from '../model/entity.ts';
import { scriptOf } from '../text/scripts.ts';
import { type EntityDraft, tidy } from './entity-draft.ts';
import { childText, type UnNote } from './un-element.ts';
import type { XmlElement } from './xml.ts';

/** What one name cell holds: names in its order, and words that are no name. */
export interface UnNames {
  readonly names: readonly string[];
  readonly remarks: readonly string[];
}

/** The letters of a list that was not taken apart: `… Sabet b) M. Javad …`. */
const LIST_LETTER = /(?:^|\s+)[a-z]\)\s+|^\)\s*/u;
/** `; ` between names, but not inside brackets. */
const BETWEEN_NAMES = /\s*;\s*(?![^()]*\))/u;
/** Prose after a name: `NAME, born 1 Jan. 1953 (…)`. */
const BORN = /^(?<name>.+?),?\s+(?<remark>born (?:in|on|\d).*)$/iu;
const BRACKETED = /^(?<name>[^()]+?)\s*\((?<inner>[^()]*)\)[\s,]*$/u;
const SCRIPT_LABEL = /^(?:in \w+ script|original script):\s*/iu;
const EARLIER = /^(?:previously|formerly) listed as$/iu;
const ABOUT_NAME =
  /^(?:birth name|combat name|nom de guerre|call sign|false identity\b.*|(?:previously|formerly) listed as)$/iu;

/**
 * The names of a cell. One may hold several, the same name in its own script in brackets (either way round), a remark
 * on the name in brackets, or prose about a birth.
 */
export function unNames(cell: string): UnNames {
  const names: string[] = [];
  const remarks: string[] = [];
  const pieces = tidy(cell)
    .split(LIST_LETTER)
    .flatMap((item) => item.split(BETWEEN_NAMES));
  for (const piece of pieces) {
    let text = piece.replace(/,$/u, '').trim();
    const born = BORN.exec(text)?.groups;
    if (born) {
      text = born.name!;
      remarks.push(born.remark!);
    }
    const bracketed = BRACKETED.exec(text)?.groups;
    const inner = (bracketed?.inner ?? '').trim().replace(SCRIPT_LABEL, '');
    if (bracketed && isLatin(bracketed.name!) !== isLatin(inner) && scriptOf(inner) !== 'Zyyy')
      names.push(bracketed.name!, ...inner.split(/\s*;\s*/u));
    else if (bracketed && ABOUT_NAME.test(inner)) {
      names.push(bracketed.name!);
      remarks.push(inner);
    } else if (text !== '') names.push(text);
  }
  return { names: names.map((name) => name.trim()).filter((name) => name !== ''), remarks };
}

function isLatin(text: string): boolean {
  return scriptOf(text) === 'Latn';
}

const NAME_PARTS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'];

/**
 * The chief name: of a person the four parts in the order given, which is the culture's own and says nothing of given
 * and family; of a body FIRST_NAME, which may hold several names.
 */
export function addUnName(draft: EntityDraft, record: XmlElement, note: UnNote): void {
  const parts = NAME_PARTS.map((part) => childText(record, part)).filter((part) => part !== '');
  const { names, remarks } =
    draft.schema === 'Person' ? { names: [parts.join(' ')], remarks: [] } : unNames(parts.join(' '));
  for (const [i, name] of names.entries()) draft.name(name, i === 0 ? 'primary' : 'alias');
  for (const remark of remarks) draft.property('notes', remark);
  if (draft.names.length === 0) note(record, 'FIRST_NAME', '', 'no-name');
  for (const name of childText(record, 'NAME_ORIGINAL_SCRIPT').split(/\s*;\s*/u)) draft.name(name, 'native');
}

interface Quality {
  readonly kind: NameKind;
  readonly weak: boolean;
}

const QUALITIES: ReadonlyMap<string, Quality> = new Map([
  ['good', { kind: 'alias', weak: false }],
  ['low', { kind: 'alias', weak: true }],
  ['a.k.a.', { kind: 'alias', weak: false }],
  ['f.k.a.', { kind: 'former', weak: false }],
]);

/** One `INDIVIDUAL_ALIAS` or `ENTITY_ALIAS`; the list fills places without an alias with empty ones. */
export function addUnAlias(draft: EntityDraft, alias: XmlElement, note: UnNote): void {
  const said = childText(alias, 'QUALITY');
  const cell = childText(alias, 'ALIAS_NAME');
  const remark = childText(alias, 'NOTE');
  const quality = QUALITIES.get(said.toLowerCase());
  if (!quality && (said !== '' || cell !== ''))
    note(alias, `${alias.name}/QUALITY`, said, 'unknown-alias-quality');
  const { names, remarks } = unNames(cell);
  const script = SCRIPT_LABEL.test(remark) ? remark.replace(SCRIPT_LABEL, '') : '';
  const words = script === '' && remark !== '' ? [...remarks, remark] : remarks;
  const kind = words.some((word) => EARLIER.test(word)) ? 'former' : (quality?.kind ?? 'alias');
  const traits = { weak: quality?.weak ?? false };
  for (const name of [...names, ...(script === '' ? [] : script.split(/\s*;\s*/u))])
    draft.name(name, kind, traits);
  for (const word of words)
    if (!EARLIER.test(word)) draft.property('notes', cell === '' ? word : `${cell}: ${word}`);
}
