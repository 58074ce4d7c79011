import { describe, expect, it } from 'vitest';
import { myDomainOf } from './login-host.ts';

describe('the address of an organisation', () => {
  it.each([
    ['acme', 'https://acme.my.salesforce.com'],
    [' Acme.my.salesforce.com ', 'https://acme.my.salesforce.com'],
    ['https://acme--uat.sandbox.my.salesforce.com/home/home.jsp?x=1', 'https://acme--uat.sandbox.my.salesforce.com'],
    ['acme-dev-ed.develop.my.salesforce.com', 'https://acme-dev-ed.develop.my.salesforce.com'],
    ['https://login.salesforce.com/', 'https://login.salesforce.com'],
  ])('is understood as people copy it: %s', (address, url) => {
    expect(myDomainOf(address)).toEqual({ url });
  });

  it.each([
    ['https://acme.lightning.force.com/lightning/page/home', 'https://acme.my.salesforce.com'],
    ['acme--uat.sandbox.lightning.force.com', 'https://acme--uat.sandbox.my.salesforce.com'],
    ['https://acme.my.salesforce-setup.com/lightning/setup', 'https://acme.my.salesforce.com'],
  ])('is named when it is that of a page: %s', (address, meant) => {
    expect(myDomainOf(address)).toEqual({ problem: expect.stringContaining(meant) });
  });

  it.each([
    'https://acme.my.salesforce.com.evil.example',
    'https://user:word@acme.my.salesforce.com',
    'https://acme.my.salesforce.com:8443',
    'javascript://acme.my.salesforce.com',
    'https://evil.example/acme.my.salesforce.com',
    'https://.my.salesforce.com',
    'https://a.b.c.my.salesforce.com',
    'http://169.254.169.254',
    'acme my salesforce',
    '',
  ])('is no other place: %j', (address) => {
    expect(myDomainOf(address)).toHaveProperty('problem');
  });
});
