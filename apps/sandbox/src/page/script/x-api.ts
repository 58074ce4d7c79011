/** Asking X's page and control routes; a refusal becomes an error with its words. */
export const xApi = String.raw`
async function ask(path, options) {
  const response = await fetch(path, options);
  const answer = await response.json();
  if (response.ok) return answer;
  const details = (answer.errors ?? []).map(({ message }) => message).join(' ');
  throw new Error(details || answer.title);
}

const post = (path, value) => ask(path, value instanceof FormData
  ? { method: 'POST', body: value }
  : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) });

export const users = async () => (await ask('/api/x/users')).items;
export const user = (username) => ask('/api/x/users/' + encodeURIComponent(username));
export const look = (path) => ask('/__control/x/' + path);
export const list = async (path) => (await look(path)).items;

/** Whatever it changed is shown at once, also what happens without a word. */
export async function control(path, value) {
  const answer = await post('/__control/x/' + path, value);
  dispatchEvent(new Event('x-changed'));
  return answer;
}

/** Somebody does something in the apps of X. */
export function act(action, files = []) {
  if (files.length === 0) return control('user-action', action);
  const form = new FormData();
  for (const [name, value] of Object.entries(action)) form.set(name, value);
  for (const file of files) form.append('attachments', file);
  return control('user-action', form);
}
`;
