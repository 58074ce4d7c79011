/** What a browser does at an authorize page: look at it, pick an account, click. Returns where X sends it back to. */
export async function clickThrough(
  serviceUrl: string,
  given: { authorizeUrl: string; userId: string; answer: 'allow' | 'deny' },
): Promise<URL> {
  const asked = new URL(given.authorizeUrl);
  const page = await fetch(serviceUrl + asked.pathname + asked.search);
  if (!page.ok) throw new Error(`X shows no page to allow anything on: ${page.status}`);

  const form = new URLSearchParams(asked.search);
  form.set('user_id', given.userId);
  form.set('answer', given.answer);
  const action = asked.pathname === '/oauth/authenticate' ? '/oauth/authorize' : asked.pathname;
  const answer = await fetch(serviceUrl + action, { method: 'POST', body: form, redirect: 'manual' });
  const location = answer.headers.get('location');
  if (answer.status !== 302 || location === null) throw new Error(`X sent nobody back: ${answer.status}`);
  return new URL(location);
}
