/**
 * What kind of name it is: the same words weigh differently in a person's, a company's and a ship's name
 * ("Gold", "West" and "Iran" are trade words there and surnames here). `other` holds tail numbers and wallets,
 * which are equal or nothing.
 */
export type NameGroup = 'person' | 'organization' | 'vessel' | 'other';

export const NAME_GROUPS: readonly NameGroup[] = ['person', 'organization', 'vessel', 'other'];
