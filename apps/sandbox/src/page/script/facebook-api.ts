/** Asking Facebook's control routes; a refusal becomes an error with its words. */
export const facebookApi = String.raw`
const base = '/__control/facebook/';

async function ask(path, options) {
  const response = await fetch(base + path, options);
  const answer = await response.json();
  if (response.ok) return answer;
  const details = (answer.errors ?? []).map(({ message }) => message).join(' ');
  throw new Error(details || answer.title);
}

export const world = () => ask('world');
export const posts = async (page) => (await ask('pages/' + page + '/posts')).items;
export const conversations = async (query) => (await ask('conversations?' + new URLSearchParams(query))).items;
export const list = async (path) => (await ask(path)).items;
export const look = (path) => ask(path);
/** Whatever it changed is shown at once, also what happens without a word. */
export async function act(name, given) {
  const answer = await ask(name, given instanceof FormData
    ? { method: 'POST', body: given }
    : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(given) });
  dispatchEvent(new Event('facebook-changed'));
  return answer;
}
`;
