/** Asking the sandbox; a refusal becomes an error with its words. */
export const api = String.raw`
async function ask(path, options) {
  const response = await fetch(path, options);
  const answer = await response.json();
  if (!response.ok) {
    const details = (answer.errors ?? []).map(({ message }) => message).join(' ');
    throw new Error([answer.title, details].filter(Boolean).join(' '));
  }
  return answer;
}

const post = (path, value) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) });
const box = (address) => '/api/people/' + encodeURIComponent(address);

export const setting = () => ask('/page/setting.json');
export const people = async () => (await ask('/api/people')).items;
export const mails = async (address) => (await ask(box(address) + '/mails')).items;
export const markRead = (id) => post('/api/mails/' + id + '/read', {});
export const addPerson = (person) => post('/api/people', person);
export const behave = (address, kind) => post('/__control/behaviour', { address, kind });
export const send = (address, form) => ask(box(address) + '/send', { method: 'POST', body: form });
export const reply = (address, id, form) => ask(box(address) + '/reply/' + id, { method: 'POST', body: form });
`;
