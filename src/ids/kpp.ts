/**
 * Russian reason code of tax registration (KPP), which goes with the INN of a body: nine characters, four digits of the
 * tax office, two digits or capitals of the reason, three of the count. No check digit. Order of the Federal Tax
 * Service ММВ-7-6/435@ of 29 June 2012. It names an office and a reason, not one party: many bodies share one.
 */
export function isKpp(text: string): boolean {
  return /^\d{4}[\dA-Z]{2}\d{3}$/.test(text);
}
