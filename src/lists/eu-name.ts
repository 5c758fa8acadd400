import type { Gender } from '../model/entity.ts';
import type { EntityDraft } from './entity-draft.ts';
import { aliasQuality } from './eu-alias-quality.ts';
import { attribute, childrenOf, type EuElement, type EuNote, textOf } from './eu-element.ts';

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['M', 'male'],
  ['F', 'female'],
]);

/**
 * One `nameAlias`. The list marks no chief name; the first of an entity is its caption by custom. Quality hides in the
 * remark; `strong="false"` would say the same but does not occur.
 */
export function addEuName(draft: EntityDraft, alias: EuElement, note: EuNote): void {
  const given = [attribute(alias, 'firstName'), attribute(alias, 'middleName')].filter((part) => part !== '');
  const family = attribute(alias, 'lastName');
  const whole = attribute(alias, 'wholeName') || [...given, family].join(' ').trim();
  const parts = {
    ...(family === '' ? {} : { family }),
    ...(given.length === 0 ? {} : { given: given.join(' ') }),
  };
  let weak = attribute(alias, 'strong') === 'false';
  let former = false;
  for (const remark of childrenOf(alias, 'remark').map(textOf)) {
    const { quality, only } = aliasQuality(remark);
    if (quality === 'weak') weak = true;
    if (quality === 'former') former = true;
    if (!only && remark !== '') draft.property('notes', remark);
  }
  const lang = attribute(alias, 'nameLanguage').toLowerCase();
  const kind = former ? 'former' : draft.names.length === 0 ? 'primary' : 'alias';
  const named = draft.name(whole, kind, {
    weak,
    ...(Object.keys(parts).length === 0 ? {} : { parts }),
    ...(lang === '' ? {} : { lang }),
  });
  if (!named) note(alias, 'nameAlias@wholeName', '', 'empty-name');
  draft.property('position', attribute(alias, 'function'));
  draft.property('title', attribute(alias, 'title'));
  const gender = attribute(alias, 'gender');
  const known = GENDERS.get(gender.toUpperCase());
  if (known) draft.add('genders', known);
  else if (gender !== '') note(alias, 'nameAlias@gender', gender, 'unknown-gender');
}
