import { readTable } from '../facts/table.ts';
import type { Designation } from '../model/entity.ts';

interface Order {
  readonly programme: string;
  readonly measure: string;
  readonly legalBasis: string;
}

const ORDERS: ReadonlyMap<string, Order> = new Map(
  readTable('lists/ofac-orders.tsv').map((row) => [
    row.order!,
    { programme: row.programme!, measure: row.measure!, legalBasis: row.legal_basis! },
  ]),
);

/** `<list> <programme>` → measure, '' when the code has none of its own. */
const MEASURES: ReadonlyMap<string, string> = new Map(
  readTable('lists/ofac-programmes.tsv').map((row) => [`${row.list} ${row.programme}`, row.measure!]),
);

const AUTHORITY = 'Office of Foreign Assets Control';
const DETAILS = 'https://sanctionssearch.ofac.treas.gov/Details.aspx?id=';

/** The order that a directive's text names: `EO 13662` and `Subject to Directive 1` → `EO 13662 Directive 1`; or null. */
export function orderNamed(executiveOrder: string, text: string): string | null {
  const directive = /^Subject to Directive (\d[a-z]?)/iu.exec(text)?.[1];
  const name = `${executiveOrder} Directive ${directive?.toLowerCase()}`;
  return directive !== undefined && ORDERS.has(name) ? name : null;
}

/** What an entry says about its designation, gathered while it is read. */
export class OfacDesignations {
  readonly #programmes: string[] = [];
  readonly #measures: string[] = [];
  readonly #orders = new Map<string, { listed: string | null; inForce: string | null }>();

  programme(code: string): void {
    if (!this.#programmes.includes(code)) this.#programmes.push(code);
  }

  /** A measure in the list's own words. */
  measure(words: string): void {
    if (!this.#measures.includes(words)) this.#measures.push(words);
  }

  /** An order of `data/lists/ofac-orders.tsv`, with a date when the entry gives one. */
  order(name: string, dates: { readonly listed?: string; readonly inForce?: string } = {}): void {
    const order = this.#orders.get(name) ?? { listed: null, inForce: null };
    this.#orders.set(name, { ...order, ...dates });
  }

  /**
   * One designation for the entry, and one for each order that has dates or a measure of its own. A programme of a list
   * other than the SDN's that is nothing but its orders is not said again.
   */
  build(list: string, key: string): Designation[] {
    const common = {
      list,
      key,
      authority: AUTHORITY,
      reason: null,
      announced: null,
      amended: null,
      ended: null,
      sourceUrl: `${DETAILS}${key}`,
    };
    const orders = [...this.#orders].map(([name, dates]) => ({ ...ORDERS.get(name)!, ...dates }));
    const blocks = MEASURES.get(`${list} *`) === 'Blocking';
    const ordered = new Set(blocks ? [] : orders.map((order) => order.programme));
    const programmes = this.#programmes.filter((code) => !ordered.has(code));
    const byOrder = orders.map((order) => ({
      ...common,
      programme: order.programme,
      measures: [order.measure],
      legalBasis: order.legalBasis,
      listed: order.listed,
      inForce: order.inForce,
    }));
    if (programmes.length === 0 && byOrder.length > 0 && this.#measures.length === 0) return byOrder;
    const entry = {
      ...common,
      programme: programmes.join('; ') || null,
      measures: [...new Set([...measuresOf(list, programmes), ...this.#measures])],
      legalBasis: null,
      listed: null,
      inForce: null,
    };
    return [entry, ...byOrder];
  }
}

function measuresOf(list: string, programmes: readonly string[]): string[] {
  const own = programmes.map((code) => MEASURES.get(`${list} ${code}`));
  const measures = own.filter((measure): measure is string => measure !== undefined && measure !== '');
  // The list's general measure: for a code without a row, and for an entry whose codes have none of their own.
  const general = MEASURES.get(`${list} *`);
  if (general && (measures.length === 0 || own.includes(undefined))) measures.push(general);
  return measures;
}
