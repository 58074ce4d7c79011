import type { OpenHours } from './open-hours.ts';

/** The hours of all brands: what most of them have, and those that have others. */
export interface DeskHours {
  standard: OpenHours;
  /** The brands that keep the standard, as far as is known: one that was added since keeps it too. */
  standardBrandIds: readonly number[];
  exceptions: readonly { brandIds: readonly number[]; hours: OpenHours }[];
}

export function hoursOfBrand({ standard, exceptions }: DeskHours, brandId: number): OpenHours {
  return exceptions.find(({ brandIds }) => brandIds.includes(brandId))?.hours ?? standard;
}
