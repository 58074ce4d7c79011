/** Where somebody signs in, or what is wrong with what he wrote and what to write instead. */
export type LoginHost = { url: string } | { problem: string };

const NAME = /^[a-z0-9][a-z0-9-]{0,78}$/;

/**
 * The sign-in page of an organisation by its own address (My Domain), in whatever form people copy it: acme,
 * acme.my.salesforce.com, https://acme--uat.sandbox.my.salesforce.com/home. Pages of Lightning, the set-up and sites have
 * other hosts where nobody can sign in for the API; the fix is named.
 */
export function myDomainOf(address: string): LoginHost {
  const text = address.trim().toLowerCase();
  if (NAME.test(text)) return { url: `https://${text}.my.salesforce.com` };

  const url = URL.parse(/^[a-z]+:\/\//.test(text) ? text : `https://${text}`);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.port !== '') return { problem: EXAMPLE };
  const { hostname } = url;
  if (/^(login|test)\.salesforce\.com$/.test(hostname)) return { url: `https://${hostname}` };
  if (isMyDomain(hostname)) return { url: `https://${hostname}` };

  const meant = hostname.replace(
    /\.(lightning\.force|my\.salesforce-setup|my\.site|vf\.force)\.com$/,
    '.my.salesforce.com',
  );
  if (meant !== hostname && isMyDomain(meant)) {
    return { problem: `This is the address of a page; sign-ins happen at https://${meant}. Write that one.` };
  }
  return { problem: EXAMPLE };
}

const EXAMPLE = 'Write the address of your organisation, such as https://acme.my.salesforce.com.';

/** acme.my.salesforce.com, or of a sandbox, a developer or a trial organisation acme.develop.my.salesforce.com. */
function isMyDomain(hostname: string): boolean {
  const labels = /^(.+)\.my\.salesforce\.com$/.exec(hostname)?.[1]?.split('.') ?? [];
  return labels.length >= 1 && labels.length <= 2 && labels.every((label) => NAME.test(label));
}
