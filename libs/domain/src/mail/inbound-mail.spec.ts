import { describe, expect, it } from 'vitest';
import { customerOf } from './inbound-mail.ts';
import { isOneOf, sameAddress, withoutDetail } from './mail-address.ts';
import { aMail } from './mail.factory.ts';

const bo = { name: 'Bo', address: 'bo@shop.example' };

describe('who the customer is', () => {
  it('is the sender', () => {
    expect(customerOf(aMail())).toEqual({ name: 'Ana', address: 'ana@customer.example', via: 'from' });
  });

  it('is whom the sender wants to be answered at, under the name of the sender', () => {
    const mail = aMail({ replyTo: [{ name: '', address: 'bo@shop.example' }] });
    expect(customerOf(mail)).toEqual({ name: 'Ana', address: 'bo@shop.example', via: 'reply-to' });
  });

  it('is the writer before a group rewrote the mail', () => {
    expect(
      customerOf(aMail({ originalSender: bo, replyTo: [{ name: '', address: 'group@shop.example' }] })),
    ).toMatchObject(bo);
  });

  it('is nobody when the mail names nobody', () => {
    expect(customerOf(aMail({ from: null }))).toBeNull();
    expect(customerOf(aMail({ from: null, sender: bo }))).toEqual({ ...bo, via: 'sender' });
  });
});

describe('two addresses', () => {
  it('are the same whatever their letter case', () => {
    expect(sameAddress(' <Ana@Customer.Example> ', 'ana@customer.example')).toBe(true);
    expect(sameAddress('ana+x@customer.example', 'ana@customer.example')).toBe(false);
  });

  it('belong to one mailbox whatever their detail', () => {
    expect(withoutDetail('support+c7.abc@larkspur.example')).toBe('support@larkspur.example');
    expect(isOneOf('SUPPORT+x@larkspur.example', ['support@larkspur.example'])).toBe(true);
    expect(isOneOf('support@other.example', ['support@larkspur.example'])).toBe(false);
  });
});
