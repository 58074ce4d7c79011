import { germanWords } from '@bureau/ui';
import { adminGerman } from '../app/admin.words.de.ts';
import { companiesGerman } from '../features/companies/companies.words.de.ts';
import { customersGerman } from '../features/customers/customers.words.de.ts';
import { customFieldInputGerman } from '../pieces/custom-field-inputs/custom-field-inputs.words.de.ts';
import { personCasesGerman } from '../pieces/person-cases/person-cases.words.de.ts';
import { formGerman } from '../pieces/form/form.words.de.ts';
import { feedGerman } from '../features/case-feed/case-feed.words.de.ts';
import { eventGerman } from '../pieces/event-sentence/event-sentence.words.de.ts';
import { errorsGerman } from './errors.de.ts';
import { sentencesGerman } from './sentences.de.ts';
import { problemGerman } from '../plain/problem.words.de.ts';
import { preferencesGerman } from '../pieces/preferences/preferences.words.de.ts';
import type { Catalogue } from './words.ts';

/** Every text of the console in German, by the id of its place. */
export const german: Catalogue = new Map<string, object>([
  ['admin', adminGerman],
  ['companies', companiesGerman],
  ['custom-field-inputs', customFieldInputGerman],
  ['customers', customersGerman],
  ['form', formGerman],
  ['person-cases', personCasesGerman],
  ['case-feed', feedGerman],
  ['event-sentence', eventGerman],
  ['errors', errorsGerman],
  ['sentences', sentencesGerman],
  ['problem', problemGerman],
  ['preferences-saved', preferencesGerman],
  ['ui', germanWords],
]);
