import { userIdOf } from '@bureau/contracts';
import { PlaceholderFactsRepository, ShowIntegrations } from '@bureau/cases';
import { renderAddress, type PlaceholderValues } from '@bureau/domain';
import { z } from 'zod';
import { NotUnderstood, wholeNumber } from '../resource/condition.ts';
import type { Reader } from '../resource/source.ts';
import { WrongParameter } from '../resource/source.queries.ts';

const Entry = z.looseObject({ markup: z.string() });

/**
 * Says in `rendered` where the markup leads from `case_id`, or for `customer_id`; without either, placeholders are empty. Null
 * where it leads nowhere. Throws case.not-found, customer.not-found and {@link WrongParameter}.
 */
export async function renderMarkup(reader: Reader, query: URLSearchParams): Promise<(entry: string) => string> {
  const values = await valuesFor(reader, query);
  return (entry) => {
    const read = Entry.parse(JSON.parse(entry));
    const address = renderAddress(read.markup, values);
    return JSON.stringify({ ...read, rendered: 'text' in address ? address.text : null });
  };
}

async function valuesFor({ actor, resolve }: Reader, query: URLSearchParams): Promise<PlaceholderValues> {
  const [caseId, customerId] = [idIn(query, 'case_id'), idIn(query, 'customer_id')];
  if (caseId !== null) return resolve(ShowIntegrations).valuesOf(actor, caseId);
  if (customerId === null) return new Map();
  return resolve(PlaceholderFactsRepository).ofCustomer(actor, { customerId, userId: userIdOf(actor) ?? null });
}

function idIn(query: URLSearchParams, name: string): number | null {
  const written = query.get(name);
  if (written === null || written === '') return null;
  try {
    return wholeNumber(written);
  } catch (error) {
    if (error instanceof NotUnderstood) throw new WrongParameter(name);
    throw error;
  }
}
