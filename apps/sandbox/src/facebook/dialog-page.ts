import { askedOf, pagesOf, type Dialog } from './login.ts';
import { ALWAYS, PERMISSIONS } from './permissions.ts';
import type { Person } from './state.ts';
import type { World } from './world.ts';

/** Styles come with a nonce, pictures from this service, and nothing else; forms may lead to the app. */
export function dialogPolicy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'`;
}

type Shown = { world: World; dialog: Dialog; query: URLSearchParams; nonce: string };

/** First: who are you? Facebook remembers, the sandbox asks. */
export function choosePerson({ world, query, nonce }: Shown): string {
  const people = Object.values(world.state.people).filter(({ gone }) => !gone);
  const rows = people.map((person) => {
    const here = new URLSearchParams(query);
    here.set('as', person.id);
    const count = pagesOf(world, person.id).length;
    const what = count === 0 ? 'manages no Page' : `manages ${count} ${count === 1 ? 'Page' : 'Pages'}`;
    return `<li><a class="person" href="?${escape(here.toString())}"><img src="${escape(pathOf(world.media.pictureOf(person.id)))}" alt="" width="40" height="40"><span><bdi>${escape(person.name)}</bdi><small>${what}</small></span></a></li>`;
  });
  return frame(nonce, {
    title: 'Log in to Facebook',
    body: `<p>Pick who you are. Nothing leaves this machine.</p><ul class="people">${rows.join('')}</ul>`,
  });
}

/** Then: what may the app do, and on which pages? */
export function askPerson({ world, dialog, query, nonce }: Shown, person: Person): string {
  const again = new URLSearchParams(query);
  again.delete('as');
  again.set('switch', '1');
  const asked = askedOf(world, dialog, person.id).filter((scope) => scope !== ALWAYS);
  const pages = pagesOf(world, person.id);
  const { app } = world.state;
  return frame(nonce, {
    title: `Continue as ${person.name}`,
    body: `
<form method="post">
  <input type="hidden" name="person" value="${escape(person.id)}">
  <p><strong>${escape(app.name)}</strong> will receive your name and profile picture, and asks for what is ticked below.</p>
  ${dialog.reauthenticate ? '<label class="field">For your security, enter your password again (anything will do)<input type="password" name="password" required autocomplete="off"></label>' : ''}
  <fieldset><legend>Pages</legend>${pages.length === 0 ? '<p class="note">You manage no Page.</p>' : pages.map(({ id, name }) => check('page', id, name)).join('')}</fieldset>
  <fieldset><legend>What ${escape(app.name)} may do</legend>${asked.map((scope) => check('permission', scope, PERMISSIONS[scope] ?? scope)).join('')}</fieldset>
  <div class="actions"><button class="primary" name="decision" value="continue">Continue as ${escape(person.name)}</button>
  <button name="decision" value="cancel" formnovalidate>Cancel</button></div>
</form>
<p class="note"><a href="?${escape(again.toString())}">Not you? Log in to another account</a></p>`,
  });
}

/** What Facebook shows when it does not even begin. */
export function refusalPage(nonce: string, words: string): string {
  return frame(nonce, { title: 'Sorry, something went wrong', body: `<p role="alert">${escape(words)}</p>` });
}

function check(name: string, value: string, words: string): string {
  return `<label class="check"><input type="checkbox" name="${name}" value="${escape(value)}" checked><span>${escape(words)}<small>${escape(value)}</small></span></label>`;
}

function frame(nonce: string, { title, body }: { title: string; body: string }): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escape(title)} (sandbox)</title><link rel="icon" href="data:,"><style nonce="${nonce}">${STYLE}</style></head>
<body><header>facebook <span>sandbox</span></header><main><h1>${escape(title)}</h1>${body}</main></body></html>`;
}

/** The same service, so that the policy's 'self' holds however it is reached. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d3dae6, #38414f); --sheet: light-dark(#fff, #1b2028); --soft: light-dark(#55606f, #a5b0bf); --blue: light-dark(#0b5fcc, #7db4ff); --on-blue: light-dark(#fff, #0a1a33); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 ui-sans-serif, system-ui, 'Segoe UI', 'Noto Sans', sans-serif; background: light-dark(#f0f2f5, #12151a); color: light-dark(#16191d, #e8ecf2); }
header { background: var(--blue); color: var(--on-blue); padding: 10px 20px; font-weight: 700; font-size: 18px; }
header span { font-weight: 400; font-size: 14px; }
main { max-width: 560px; margin: 24px auto; padding: 24px; background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; }
h1 { font-size: 22px; margin: 0 0 8px; overflow-wrap: anywhere; }
p { margin: 0 0 14px; }
.people { list-style: none; margin: 0; padding: 0; display: grid; gap: 4px; }
.person { display: grid; grid-template-columns: 40px 1fr; gap: 12px; align-items: center; padding: 8px; border-radius: 8px; color: inherit; text-decoration: none; }
.person:hover { background: light-dark(#e9eef6, #262d38); }
.person img { border-radius: 50%; display: block; }
small { display: block; color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
fieldset { border: 1px solid var(--line); border-radius: 8px; margin: 0 0 16px; padding: 8px 14px 10px; }
legend { font-weight: 600; padding: 0 6px; }
.check { display: grid; grid-template-columns: auto 1fr; gap: 10px; padding: 6px 0; align-items: start; }
.check input { margin-top: 5px; }
.field { display: grid; gap: 4px; margin: 0 0 16px; }
.field input { font: inherit; padding: 8px 10px; border: 1px solid var(--line); border-radius: 8px; background: transparent; color: inherit; }
.actions { display: flex; gap: 10px; flex-wrap: wrap; margin-bottom: 14px; }
button { font: inherit; font-weight: 600; padding: 9px 18px; border-radius: 8px; border: 1px solid var(--line); background: transparent; color: inherit; cursor: pointer; }
.primary { background: var(--blue); color: var(--on-blue); border-color: transparent; }
.note { color: var(--soft); font-size: 14px; } a { color: var(--blue); }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
@media (max-width: 600px) { main { margin: 0; border-radius: 0; border-width: 0 0 1px; } }
`;
