import { CustomerRepository } from '@bureau/customers';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import { AccountRepository } from '../account/account.repository.ts';
import { VisitorSessionRepository } from '../account/visitor-session.repository.ts';

/** A customer of his own who is signed in to a brand, with the cookie of his browser. */
export async function aVisitor(desk: TestDesk, brandId: number): Promise<{ customerId: number; cookie: string }> {
  const address = `${crypto.randomUUID()}@customer.example`;
  const customerId = await desk.running.get(CustomerRepository).findOrCreate({ name: 'Noor Vermeer', address });
  const accountId = await desk.running.get(AccountRepository).ensure(customerId);
  const origin = { brandId, ip: '127.0.0.1', userAgent: 'test' };
  const { token } = await desk.running.get(VisitorSessionRepository).open(accountId, origin);
  return { customerId, cookie: `bureau_visitor=${token}` };
}
