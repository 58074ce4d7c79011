/** The rooms of the page: where one plays customer by mail and on each network, and works in Salesforce. */
const PLACES = [
  { path: '/', name: 'Mail' },
  { path: '/x', name: 'X' },
  { path: '/facebook', name: 'Facebook' },
  { path: '/salesforce', name: 'Salesforce' },
];

/** Links between the rooms; `current` is the path of the one that is shown. */
export function placesNav(current: string): string {
  const links = PLACES.map(({ path, name }) => {
    const here = path === current ? ' aria-current="page"' : '';
    return `<a href="${path}"${here}>${name}</a>`;
  });
  return `<nav class="places" aria-label="Places">${links.join('')}</nav>`;
}
