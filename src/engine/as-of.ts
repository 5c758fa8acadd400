import type { Designation } from '../model/entity.ts';
import type { DesignationState } from './answer.ts';

/**
 * How a designation stands on a day (`YYYY-MM-DD`); null when it was not yet announced then and so was not known.
 * A designation without an announcement date is taken as announced when listed, else when it took effect; one without
 * any start counts as in force, and is said to be unknown.
 */
export function stateOn(designation: Designation, day: string): DesignationState | null {
  const announced = designation.announced ?? designation.listed ?? designation.inForce;
  if (announced !== null && announced > day) return null;
  if (designation.ended !== null && designation.ended <= day) return 'ended';
  const start = designation.inForce ?? designation.listed ?? designation.announced;
  if (start === null) return 'unknown';
  return start > day ? 'coming' : 'in force';
}
