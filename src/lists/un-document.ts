import { identifierLabel } from '../ids/labels.ts';
import { country } from '../model/countries.ts';
import type { EntityDraft } from './entity-draft.ts';
import { documentTail } from './ofac-remarks.ts';
import { typedNumber } from './own-number.ts';
import { childText, type UnNote } from './un-element.ts';
import { unCountry } from './un-place.ts';
import type { XmlElement } from './xml.ts';

/** `Libyan passport No. 513519`, `Provisional passport No.: 28642163`, `Diplomatic Passport: Z30321794`. */
const AFTER_LABEL =
  /^(?<words>.*?\p{Ll}{3}.*?)(?:\s+(?:number|no\.?|№)\s*:?|:)\s*(?<number>(?=\S*\d)\S.*)$/iu;
/** `Diplomatic Passport D014433`: words, then a number. */
const AFTER_WORDS =
  /^(?<words>[\p{L}\s“”"().]*\p{Ll}{3}[\p{L}\s“”"().]*?)\s+(?<number>(?:\p{Lu}{1,3} ?)?\d[\d\s/-]*)$/u;

/** A number that may stand in prose, and the words around it. */
export function proseNumber(text: string): { readonly number: string; readonly words: string } {
  const found = (AFTER_LABEL.exec(text) ?? AFTER_WORDS.exec(text))?.groups;
  return found ? { number: found.number!.trim(), words: found.words!.trim() } : { number: text, words: '' };
}

/** One `INDIVIDUAL_DOCUMENT`; half of them are empty. */
export function addUnDocument(draft: EntityDraft, document: XmlElement, note: UnNote): void {
  const at = (name: string) => childText(document, name);
  const [kind, detail] = [at('TYPE_OF_DOCUMENT'), at('TYPE_OF_DOCUMENT2')];
  const issuing = unCountry(document, 'ISSUING_COUNTRY', note);
  const issued = unCountry(document, 'COUNTRY_OF_ISSUE', note);
  // Some give the number behind the second type: "Residential card number 665".
  const inDetail = at('NUMBER') === '' ? proseNumber(detail) : { number: '', words: '' };
  const cell = at('NUMBER') || (inDetail.words === '' ? '' : inDetail.number);
  const tail = documentTail(cell);
  // "R00012098, South Sudan"
  const [, before = tail.number, land = ''] = /^(\S*\d\S*), (\p{L}[\p{L} ]+)$/u.exec(tail.number) ?? [];
  const { number, words } = proseNumber(before);
  const issuer = (issuing ?? issued)?.code ?? (land === '' ? null : country(land).code);
  const said = [
    words === '' ? '' : cell,
    issued && issuing && issued.raw !== issuing.raw ? `issued in ${issued.raw}` : '',
    at('CITY_OF_ISSUE') && `issued in ${at('CITY_OF_ISSUE')}`,
    at('DATE_OF_ISSUE') && `issued ${at('DATE_OF_ISSUE')}`,
    at('DATE_OF_EXPIRY') && `expires ${at('DATE_OF_EXPIRY')}`,
    land,
    ...tail.brackets,
    tail.issued && `issued ${tail.issued}`,
    tail.expires && `expires ${tail.expires}`,
    at('NOTE'),
  ].filter((part): part is string => part !== '' && part !== null);
  const label = detail || kind;
  if (!/[\p{L}\p{N}]/u.test(number)) {
    const where = issuing ?? issued;
    const rest = [label, where?.raw ?? '', ...said].filter((part) => part !== '').join('; ');
    if (cell !== '') note(document, 'INDIVIDUAL_DOCUMENT/NUMBER', cell, 'empty-number');
    draft.property('notes', rest);
    return;
  }
  const byDetail = identifierLabel(detail);
  const type = byDetail === 'other' ? identifierLabel(kind) : byDetail;
  const read = typedNumber(type, number, {
    country: issuer,
    label,
    ...(said.length > 0 ? { note: said.join('; ') } : {}),
  });
  if (read.valid === false) note(document, 'INDIVIDUAL_DOCUMENT/NUMBER', cell, 'bad-check-digit');
  draft.add('identifiers', read);
}
