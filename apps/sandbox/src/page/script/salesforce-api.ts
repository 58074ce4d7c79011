/** Asking the Salesforce of the sandbox; a refusal becomes an error with its words. */
export const salesforceApi = String.raw`
async function ask(path, options) {
  const response = await fetch(path, options);
  const answer = await response.json();
  if (response.ok) return answer;
  const details = (answer.errors ?? []).map(({ message }) => message).join(' ');
  throw new Error(details || answer.title);
}

const query = (given) => '?' + new URLSearchParams(given);
export const look = (as) => ask('/api/salesforce/look' + query({ as }));
export const kind = (type, as, find) => ask('/api/salesforce/kinds/' + encodeURIComponent(type) + query({ as, find }));
export const record = (id, as) => ask('/api/salesforce/records/' + encodeURIComponent(id) + query({ as }));
export const control = (path) => ask('/__control/salesforce/' + path);
/** Whatever it changed is shown at once. */
export async function act(path, given) {
  const answer = await ask('/__control/salesforce/' + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(given) });
  dispatchEvent(new Event('salesforce-changed'));
  return answer;
}
`;
