import { hoursOfBrand } from '../business-hours/desk-hours.ts';
import type { OpenHours } from '../business-hours/open-hours.ts';
import type { Asking, CaseFacts } from './facts.ts';
import type { Field } from './field.ts';

/** Of the brand of a case. Asking without the hours of the desk is a mistake of the program. */
function hoursFor({ case: { brandId } }: CaseFacts, { businessHours }: Asking): OpenHours {
  if (!businessHours) throw new Error('Conditions on business hours are asked without the hours of the desk.');
  return hoursOfBrand(businessHours, brandId);
}

/** Whether the brand of the case is open at the moment of asking. */
export const OPEN_NOW: Field = {
  key: 'case.businessHours',
  label: 'Within business hours now',
  kind: { type: 'boolean' },
  read: (facts, asking) => [hoursFor(facts, asking).isOpenAt(asking.now)],
};

/** Whether the brand was open when the message came. */
export const MESSAGE_IN_HOURS: Field = {
  key: 'message.businessHours',
  label: 'Message came in business hours',
  kind: { type: 'boolean' },
  read: (facts, asking) => (facts.message ? [hoursFor(facts, asking).isOpenAt(facts.message.at)] : []),
};

/** A time of a case as the open time since then, in milliseconds by the hours of its brand. `since` begins with a capital. */
export function businessHoursSince(time: Field, { since, words }: { since: string; words: string }): Field {
  return {
    key: `case.businessHoursSince${since}`,
    label: `Business hours since ${words}`,
    kind: { type: 'hours', of: time.key, open: true },
    read: (facts, asking) =>
      time
        .read(facts, asking)
        .flatMap((at) => (typeof at === 'number' ? [hoursFor(facts, asking).between(at, asking.now)] : [])),
  };
}
