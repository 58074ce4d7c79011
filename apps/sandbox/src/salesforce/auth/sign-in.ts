/** What a browser does at the authorize page: look at it, choose a user, click. Returns where it is sent back to. */
export async function signIn(address: string, given: { userId: string; answer: 'allow' | 'deny' }): Promise<URL> {
  const page = await fetch(address, { redirect: 'manual' });
  const refused = page.headers.get('location');
  if (page.status === 302 && refused !== null) return new URL(refused);
  if (!page.ok) throw new Error(`Salesforce shows no page to allow anything on: ${page.status}`);

  const form = new URLSearchParams(new URL(address).search);
  form.set('user_id', given.userId);
  form.set('answer', given.answer);
  const answer = await fetch(address, { method: 'POST', body: form, redirect: 'manual' });
  const location = answer.headers.get('location');
  if (answer.status !== 302 || location === null) throw new Error(`Salesforce sent nobody back: ${answer.status}`);
  return new URL(location);
}
