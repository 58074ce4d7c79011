import type { MailAddress } from '@bureau/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctRecipients, ownAmong, proposeRecipients, type ReplyAllInput } from './recipients.ts';

const one = (address: string, name = ''): MailAddress => ({ name, address });
const ANA = one('ana@customer.example', 'Ana Sol');
const BO = one('bo@customer.example', 'Bo Sol');
const EVE = one('eve@evil.example');
const US = one('support@larkspur.example');

function propose(latest: Partial<ReplyAllInput['latest'] & object>, more: Partial<ReplyAllInput> = {}) {
  const input: ReplyAllInput = {
    latest: { from: ANA, to: [US], cc: [], verdict: 'verified', ...latest },
    customer: ANA,
    ownAddresses: ['support@larkspur.example', 'sales@larkspur.example'],
    customerAddresses: ['ana@customer.example', 'ana@home.example'],
    knownAddresses: [],
    ...more,
  };
  const { to, cc, leftOut } = proposeRecipients(input);
  const addresses = (list: MailAddress[]) => list.map(({ address }) => address);
  return { to: addresses(to), cc: addresses(cc), leftOut: addresses(leftOut) };
}

describe('an answer to all', () => {
  it.each<[string, Parameters<typeof propose>, ReturnType<typeof propose>]>([
    ['goes to the customer', [{}], { to: [ANA.address], cc: [], leftOut: [] }],
    ['goes to whom the customer put on copy', [{ cc: [BO] }], { to: [ANA.address], cc: [BO.address], leftOut: [] }],
    [
      'never goes to a mailbox of ours, whatever its detail',
      [{ to: [US, one('SUPPORT+c1.x@larkspur.example')], cc: [one('Sales@Larkspur.example'), BO] }],
      { to: [ANA.address], cc: [BO.address], leftOut: [] },
    ],
    [
      'names the customer once, under whatever address',
      [{ cc: [one('ana@home.example'), one('ANA@customer.example')] }],
      { to: [ANA.address], cc: [], leftOut: [] },
    ],
    [
      'includes a colleague who wrote last',
      [{ from: BO, to: [ANA, US] }],
      { to: [ANA.address], cc: [BO.address], leftOut: [] },
    ],
    [
      'leaves out strangers on the copy of a mail that nothing vouches for (S3)',
      [{ cc: [EVE], verdict: 'unverified' }],
      { to: [ANA.address], cc: [], leftOut: [EVE.address] },
    ],
    [
      'keeps those whom we wrote to before, even then',
      [{ cc: [EVE, BO], verdict: 'failed' }, { knownAddresses: ['BO@customer.example'] }],
      { to: [ANA.address], cc: [BO.address], leftOut: [EVE.address] },
    ],
    ['goes to the customer when nobody wrote yet', [{}, { latest: null }], { to: [ANA.address], cc: [], leftOut: [] }],
    ['has nobody to go to without address', [{ from: one('') }, { customer: null }], { to: [], cc: [], leftOut: [] }],
  ])('%s', (_, input, expected) => {
    expect(propose(...input)).toEqual(expected);
  });
});

describe('recipients', () => {
  it('named twice keep the most visible place', () => {
    const given = { to: [ANA], cc: [one('ANA@customer.example'), BO], bcc: [BO, EVE, EVE] };
    expect(distinctRecipients(given)).toEqual({ to: [ANA], cc: [BO], bcc: [EVE] });
  });

  it('are each there once, and nobody is lost', () => {
    const people = fc.array(
      fc.constantFrom('a@x.example', 'A@x.example', 'b@x.example', 'c@x.example').map((a) => one(a)),
    );
    fc.assert(
      fc.property(people, people, people, (to, cc, bcc) => {
        const kept = distinctRecipients({ to, cc, bcc });
        const all = [...kept.to, ...kept.cc, ...kept.bcc].map(({ address }) => address.toLowerCase());
        expect(new Set(all).size).toBe(all.length);
        expect(new Set(all)).toEqual(new Set([...to, ...cc, ...bcc].map(({ address }) => address.toLowerCase())));
      }),
    );
  });

  it('that are ourselves are found by place', () => {
    expect(ownAmong(['ana@x.example', 'Support+c1@larkspur.example'], ['support@larkspur.example'])).toEqual([1]);
  });
});
